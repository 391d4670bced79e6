using System.Text.Json.Nodes;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A part of the change feed.</summary>
/// <param name="Value">Events in order, each as an event hook tells it, and the cursor that lies behind it.</param>
/// <param name="After">The cursor to go on with.</param>
/// <param name="HasMore">Whether there is more already.</param>
internal sealed record EventPageShape(IReadOnlyList<JsonObject> Value, long After, bool HasMore);
