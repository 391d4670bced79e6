using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Files;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Api;

/// <summary>Where hooks answer: whoever has the address that the hook was given may, once. Nothing else identifies them.</summary>
internal static class HookAnswerEndpoint
{
    private const int MaxBody = 1_048_576;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/hooks/answers/{token}", PostAsync)
        .AllowAnonymous()
        .DisableAntiforgery()
        .ExcludeFromDescription();

    public static async Task<ApiAnswer> PostAsync(
        string token, HttpContext context, HookTokens tokens, HookAnswerThrottle throttle, AutomationDesk desk, CancellationToken ct)
    {
        if (tokens.Read(token) is not { } run)
        {
            return Refused(throttle.MayTry(context.Connection.RemoteIpAddress) ? AutomationRefusals.AnswerUnknown : AutomationRefusals.AnswersTooMany);
        }

        if (await ReadAsync(context, run, ct) is not { } answer)
        {
            return Refused(AutomationRefusals.AnswerMalformed);
        }

        var result = await desk.AnswerAsync(answer, ct);

        return result.Succeeded ? ApiAnswer.Done("ok") : Refused(result.Refusal);
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

    /// <summary>Systems that were called by a hook go by the HTTP status; only callers of loonflow's API expect 200.</summary>
    private static ApiAnswer Refused(Refusal refusal) => ApiAnswer.Refused(refusal).WithItsStatus();
}
