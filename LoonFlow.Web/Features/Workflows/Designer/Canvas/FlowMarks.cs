using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>The path of a ticket, for the drawing and the outline to light up.</summary>
public sealed record FlowMarks
{
    public static readonly FlowMarks None = new();

    /// <summary>States that it has been in.</summary>
    public IReadOnlyList<StateId> Passed { get; init; } = [];

    /// <summary>Those of them in which it was refused the last time.</summary>
    public IReadOnlyList<StateId> Refused { get; init; } = [];

    /// <summary>States that it is in.</summary>
    public IReadOnlyList<StateId> Current { get; init; } = [];

    /// <summary>Lines that it went along.</summary>
    public IReadOnlyList<LineRef> Taken { get; init; } = [];
}
