using System.Text.Json.Nodes;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>A state as loonflow writes it.</summary>
internal static class StateWriting
{
    /// <summary>Access by field key.</summary>
    public static JsonObject Form(State state) => new(state.Access.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)(int)pair.Value)));

    /// <summary>The workflow of the child tickets that callers file here; 0 where they file none.</summary>
    public static long Children(State state) => state.Children?.Workflow?.Value ?? 0;
}
