using System.Text.Json;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Hooks;

/// <summary>What came back from a call, or what went wrong with it in words that a designer understands.</summary>
/// <param name="Body">The answer's text; empty when none came.</param>
/// <param name="Json">The answer as a JSON object; null when it is none.</param>
/// <param name="Problem">Why the call failed; null when the other side answered with success.</param>
public sealed record HookReply(string Body, JsonElement? Json, Refusal? Problem)
{
    /// <summary>loonflow's "code": 0 when the other side agrees; null when it says none.</summary>
    public int? Code => Json is { } json && json.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.Number && code.TryGetInt32(out var number)
        ? number
        : null;

    /// <summary>loonflow's "msg", or "message"; empty when the other side says nothing.</summary>
    public string Message => Text("msg") ?? Text("message") ?? string.Empty;

    /// <summary>Whether it failed in a way that may pass by itself: nobody there, no answer, or a server in trouble.</summary>
    public bool MayPass { get; init; }

    internal static HookReply Failed(Refusal problem, bool mayPass = false) => new(string.Empty, null, problem) { MayPass = mayPass };

    private string? Text(string name) =>
        Json is { } json && json.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;
}
