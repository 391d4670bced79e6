using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>What a designer has in hand: elements of the canvas, or a field of the form. Nothing means the workflow itself.</summary>
public sealed record DesignerSelection
{
    public static readonly DesignerSelection None = new();

    public IReadOnlyList<StateId> States { get; init; } = [];

    public IReadOnlyList<TransitionId> Transitions { get; init; } = [];

    /// <summary>Which line of the one transition is in hand: the place of a branch among its branches; null for where it leads when none matches.</summary>
    public int? Branch { get; init; }

    public IReadOnlyList<NoteId> Notes { get; init; } = [];

    /// <summary>The key of a field.</summary>
    public string? Field { get; init; }

    /// <summary>The one state in hand; null where there is none or more is.</summary>
    public StateId? OnlyState => States is [var state] && Transitions is [] && Notes is [] ? state : null;

    /// <summary>The one transition in hand; null where there is none or more is.</summary>
    public TransitionId? OnlyTransition => Transitions is [var transition] && States is [] && Notes is [] ? transition : null;

    public int Count => States.Count + Transitions.Count + Notes.Count;

    public static DesignerSelection Of(StateId state) => new() { States = [state] };

    public static DesignerSelection Of(TransitionId transition) => new() { Transitions = [transition] };
}
