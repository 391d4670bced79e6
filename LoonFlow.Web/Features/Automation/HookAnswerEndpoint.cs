using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Features.Files;
using LoonFlow.Web.Hooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Where hooks answer: whoever has the address that the hook was given may, once. Nothing else identifies them.</summary>
internal static class HookAnswerEndpoint
{
    private const int MaxBody = 1_048_576;

    /// <summary>loonflow's envelope; "error" is the stable code of a refusal.</summary>
    public sealed record Envelope(int Code, string Msg, string Data = "", string? Error = null, IReadOnlyDictionary<string, string>? Fields = null);

    public static async Task<JsonHttpResult<Envelope>> PostAsync(
        string token, HttpContext context, HookTokens tokens, HookAnswerThrottle throttle, AutomationDesk desk, CancellationToken ct)
    {
        if (tokens.Read(token) is not { } run)
        {
            return throttle.MayTry(context.Connection.RemoteIpAddress)
                ? Refused(AutomationRefusals.AnswerUnknown)
                : Refused(AutomationRefusals.AnswersTooMany, StatusCodes.Status429TooManyRequests);
        }

        if (await ReadAsync(context, run, ct) is not { } answer)
        {
            return Refused(AutomationRefusals.AnswerMalformed);
        }

        var result = await desk.AnswerAsync(answer, ct);

        return result.Succeeded ? TypedResults.Json(new Envelope(0, "ok"), statusCode: StatusCodes.Status200OK) : Refused(result.Refusal);
    }

    private static async Task<AnswerAutomation?> ReadAsync(HttpContext context, HookToken run, CancellationToken ct)
    {
        if (await BodyAsync(context.Request, ct) is not { } body || HookJson.Object(body) is not { } json)
        {
            return null;
        }

        // "Done" is what an answer means unless it says otherwise (spec B.21).
        var succeeded = !json.TryGetProperty("result", out var result) || result.ValueKind is not JsonValueKind.False;
        var message = json.TryGetProperty("msg", out var said) && said.ValueKind is JsonValueKind.String ? said.GetString()! : string.Empty;
        var values = json.TryGetProperty("field_value", out var sent) && sent.ValueKind is JsonValueKind.Object
            ? sent.EnumerateObject().GroupBy(pair => pair.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal)
            : [];

        return new AnswerAutomation(run.Ticket, run.Visit, run.Run, succeeded, message, values);
    }

    /// <summary>The body; null when it is larger than it may be, which is found out without reading all of it.</summary>
    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBody)
        {
            return null;
        }

        using var body = new MemoryStream();

        if (!await LimitedCopy.CopyAsync(request.Body, body, MaxBody, ct))
        {
            return null;
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static JsonHttpResult<Envelope> Refused(Refusal refusal, int? status = null) => TypedResults.Json(
        new Envelope(-1, refusal.Message, string.Empty, refusal.Code, refusal.Fields is [] ? null : refusal.Fields.ToDictionary(problem => problem.Key, problem => problem.Message, StringComparer.Ordinal)),
        statusCode: status ?? refusal.Kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status422UnprocessableEntity,
        });
}
