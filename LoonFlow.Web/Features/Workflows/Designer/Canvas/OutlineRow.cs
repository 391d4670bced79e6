using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>One line of the outline: a state, a transition that leaves it, or a branch of one.</summary>
internal sealed record OutlineRow(string Id, int Level, int Place, int Of, string Name)
{
    public StateId? State { get; init; }

    public LineRef? Line { get; init; }

    /// <summary>The look of a state or the kind of a transition, as on the canvas.</summary>
    public required string Kind { get; init; }

    /// <summary>Whom a state asks, or where a line leads.</summary>
    public string? Detail { get; init; }

    /// <summary>What a ticket has to do with it; null where nothing.</summary>
    public string? Mark { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Null where nothing is below it.</summary>
    public bool? IsOpen { get; init; }
}
