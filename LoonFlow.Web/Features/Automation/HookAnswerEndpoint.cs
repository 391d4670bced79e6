using System.Text.Json;
using LoonFlow.Domain.Common;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Where hooks answer: whoever has the address that the hook was given may, once. Nothing else identifies them.</summary>
internal static class HookAnswerEndpoint
{
    private const long MaxBody = 1_048_576;

    /// <summary>loonflow's envelope; "error" is the stable code of a refusal.</summary>
    public sealed record Envelope(int Code, string Msg, string Data = "", string? Error = null, IReadOnlyDictionary<string, string>? Fields = null);

    public static async Task<JsonHttpResult<Envelope>> PostAsync(string token, HttpContext context, HookTokens tokens, AutomationDesk desk, CancellationToken ct)
    {
        if (tokens.Read(token) is not { } run)
        {
            return Refused(AutomationRefusals.AnswerUnknown);
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
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBody;
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: ct);
            var json = document.RootElement;

            if (json.ValueKind is not JsonValueKind.Object)
            {
                return null;
            }

            // "Done" is what an answer means unless it says otherwise (spec B.21).
            var succeeded = !json.TryGetProperty("result", out var result) || result.ValueKind is not JsonValueKind.False;
            var message = json.TryGetProperty("msg", out var said) && said.ValueKind is JsonValueKind.String ? said.GetString()! : string.Empty;
            var values = json.TryGetProperty("field_value", out var sent) && sent.ValueKind is JsonValueKind.Object
                ? sent.EnumerateObject().GroupBy(pair => pair.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value.Clone(), StringComparer.Ordinal)
                : [];

            return new AnswerAutomation(run.Ticket, run.Visit, run.Run, succeeded, message, values);
        }
        catch (Exception unreadable) when (unreadable is JsonException or BadHttpRequestException)
        {
            // The sender's mistake, said as such.
            return null;
        }
    }

    private static JsonHttpResult<Envelope> Refused(Refusal refusal) => TypedResults.Json(
        new Envelope(-1, refusal.Message, string.Empty, refusal.Code, refusal.Fields is [] ? null : refusal.Fields.ToDictionary(problem => problem.Key, problem => problem.Message, StringComparer.Ordinal)),
        statusCode: refusal.Kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status422UnprocessableEntity,
        });
}
