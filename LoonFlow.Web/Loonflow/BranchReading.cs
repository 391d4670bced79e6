using System.Text.Json;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>The conditions of a transition: a list of an expression and the state that it leads to (spec B.12).</summary>
internal static class BranchReading
{
    private const string Member = "condition_expression";
    private const string LeftOut = "this branch was left out";

    /// <summary>How much of a condition a message repeats.</summary>
    private const int Shown = 200;

    public static IReadOnlyList<Branch> Read(LoonflowRecord row, IReadOnlyDictionary<long, StateId> states, IReadOnlyList<Branch> before) =>
    [
        .. Items(row.Json(Member, JsonValueKind.Array, JsonValueKind.Object)).Select(item => Branch(row, item, states, before)).OfType<Branch>(),
    ];

    private static IEnumerable<JsonElement> Items(JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } only when only.EnumerateObject().Any() => [only],
        _ => [],
    };

    private static Branch? Branch(LoonflowRecord row, JsonElement item, IReadOnlyDictionary<long, StateId> states, IReadOnlyList<Branch> before)
    {
        if (item.ValueKind is not JsonValueKind.Object || !item.TryGetProperty("expression", out var written) || SourceJson.Text(written) is not { } expression)
        {
            row.Note(Member, "one of its conditions has no expression", LeftOut);
            return null;
        }

        if (!item.TryGetProperty("target_state_id", out var target) || SourceJson.Number(target) is not { } state)
        {
            row.Note(Member, $"its condition “{SourceText.Cut(expression, Shown)}” names no state", LeftOut);
            return null;
        }

        if (!states.TryGetValue(state, out var to))
        {
            row.Note(Member, $"its condition “{SourceText.Cut(expression, Shown)}” leads to state {state}, which is not in the workflow", LeftOut);
            return null;
        }

        if (before.FirstOrDefault(branch => BranchWriting.Expression(branch) == expression) is { } same)
        {
            return same with { To = to };
        }

        var reading = ConditionText.Read(expression);

        if (!reading.Succeeded)
        {
            row.Note(Member, $"its condition “{SourceText.Cut(expression, Shown)}” cannot be read: {reading.Problem.Message.TrimEnd('.')} (character {reading.Problem.Position + 1})", LeftOut);
            return null;
        }

        return new Branch(reading.Condition, to);
    }
}
