using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>What a palette offers to put on the canvas.</summary>
public enum StateTemplate
{
    Start,
    State,
    End,
    Fork,
    Join,
    Script,
    Hook,
    Children,
}

/// <summary>One line of a transition: its own, or that of one of its branches.</summary>
/// <param name="Transition">Whose line.</param>
/// <param name="Branch">The place of the branch among the transition's branches; null for where it leads when none matches.</param>
public sealed record LineRef(TransitionId Transition, int? Branch = null)
{
    /// <summary>How many branches the transition had; null where that does not matter. A branch has no id: once one went, the next stands in its place.</summary>
    public int? Of { get; init; }
}

/// <summary>Where a state is put.</summary>
public sealed record StatePlace(StateId Id, Position At);

/// <summary>Where a note is put.</summary>
public sealed record NotePlace(NoteId Id, Position At);

/// <summary>
/// One finished act of a designer on the canvas or in the outline. The ids of what is new come with it, so that an edit
/// which is told twice is done once.
/// </summary>
public abstract record CanvasEdit
{
    private CanvasEdit()
    {
    }

    /// <summary>Without a place, the canvas finds one.</summary>
    public sealed record AddState(StateId Id, StateTemplate Template, Position? At) : CanvasEdit;

    /// <summary>A fork and the join at which its branches meet.</summary>
    public sealed record AddBlock(StateId Fork, StateId Join, Position? At, Position? JoinAt) : CanvasEdit;

    public sealed record AddNote(NoteId Id, string Text, Position At) : CanvasEdit;

    public sealed record Move(IReadOnlyList<StatePlace> States, IReadOnlyList<NotePlace> Notes) : CanvasEdit;

    /// <summary>Puts states in order; lines find their way anew.</summary>
    public sealed record Arrange(IReadOnlyList<StatePlace> States) : CanvasEdit;

    public sealed record Connect(TransitionId Id, StateId From, Side? FromSide, StateId To, Side? ToSide) : CanvasEdit;

    /// <summary>Moves an end of a line. The start of a branch is that of its transition.</summary>
    public sealed record Reconnect(LineRef Line, StateId From, Side? FromSide, StateId To, Side? ToSide) : CanvasEdit;

    /// <summary>Puts a state into a line: what led to its target leads to the state now, and from there a new transition leads on.</summary>
    /// <param name="Line">Its transition keeps its name, its kind and its conditions.</param>
    /// <param name="Into">The state to which the line leads now.</param>
    /// <param name="Out">The state from which the way goes on; another one where a fork and its join were put in.</param>
    /// <param name="Next">The transition that leads on.</param>
    public sealed record Insert(LineRef Line, StateId Into, StateId Out, TransitionId Next) : CanvasEdit;

    public sealed record Bend(LineRef Line, IReadOnlyList<Position> Bends) : CanvasEdit;

    /// <param name="Id">Which state.</param>
    /// <param name="Name">What its designer typed.</param>
    /// <param name="Language">In which language they read (a two-letter ISO 639-1 code).</param>
    public sealed record RenameState(StateId Id, string Name, string Language) : CanvasEdit;

    /// <inheritdoc cref="RenameState"/>
    public sealed record RenameTransition(TransitionId Id, string Name, string Language) : CanvasEdit;

    public sealed record WriteNote(NoteId Id, string Text) : CanvasEdit;

    public sealed record ResizeNote(NoteId Id, double Width, double Height) : CanvasEdit;

    public sealed record SetKind(TransitionId Id, TransitionKind To) : CanvasEdit;

    /// <summary>States go with every line that leaves or enters them.</summary>
    public sealed record Remove(IReadOnlyList<StateId> States, IReadOnlyList<LineRef> Lines, IReadOnlyList<NoteId> Notes) : CanvasEdit;

    /// <summary>One place up (-1) or down (1) in the list of steps.</summary>
    public sealed record ShiftState(StateId Id, int By) : CanvasEdit;

    /// <summary>One place up (-1) or down (1): a transition among those of its state, a branch among those of its transition.</summary>
    public sealed record ShiftLine(LineRef Line, int By) : CanvasEdit;

    /// <param name="Clip">What was copied.</param>
    /// <param name="Ids">New ids for its states, its transitions and its notes, in this order.</param>
    /// <param name="At">Where its upper left corner comes.</param>
    public sealed record Paste(CanvasClip Clip, IReadOnlyList<long> Ids, Position At) : CanvasEdit;

    /// <inheritdoc cref="Paste"/>
    public sealed record Duplicate(IReadOnlyList<StateId> States, IReadOnlyList<NoteId> Notes, IReadOnlyList<long> Ids, Position At) : CanvasEdit;

    /// <summary>Several edits that are one act.</summary>
    public sealed record Together(IReadOnlyList<CanvasEdit> Edits) : CanvasEdit;
}

/// <summary>What new states and transitions are called before their designer names them.</summary>
public sealed record CanvasWords(Func<StateTemplate, Caption> State, Func<ConnectionMeaning, Caption> Transition);
