namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>A part of a flow that was copied: states, the transitions between them, and notes. It means something in other workflows too.</summary>
public sealed record CanvasClip
{
    public IReadOnlyList<State> States { get; init; } = [];

    public IReadOnlyList<Transition> Transitions { get; init; } = [];

    public IReadOnlyList<CanvasNote> Notes { get; init; } = [];

    /// <summary>How many ids it takes to paste it.</summary>
    public int Count => States.Count + Transitions.Count + Notes.Count;

    public bool IsTooLarge =>
        States.Count > CanvasBounds.MostStates || Transitions.Count > CanvasBounds.MostTransitions || Notes.Count > CanvasBounds.MostNotes;

    public static CanvasClip Of(WorkflowDocument document) => new() { States = document.States, Transitions = document.Transitions, Notes = document.Notes };

    /// <summary>Transitions come along when both of their ends do, branches when their target does.</summary>
    public static CanvasClip Of(WorkflowDocument document, IReadOnlyList<StateId> states, IReadOnlyList<NoteId> notes) => new()
    {
        States = [.. document.States.Where(state => states.Contains(state.Id))],
        Transitions =
        [
            .. document.Transitions
                .Where(transition => states.Contains(transition.From) && states.Contains(transition.To))
                .Select(transition => transition with { Branches = [.. transition.Branches.Where(branch => states.Contains(branch.To))] }),
        ],
        Notes = [.. document.Notes.Where(note => notes.Contains(note.Id))],
    };
}
