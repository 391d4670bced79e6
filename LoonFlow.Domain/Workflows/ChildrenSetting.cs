using LoonFlow.Domain.Conditions;

namespace LoonFlow.Domain.Workflows;

/// <summary>How many child tickets a state starts.</summary>
public enum ChildrenPer
{
    /// <summary>None: callers file them, naming the parent (spec B.18).</summary>
    Caller,

    One,

    /// <summary>One for each person whom the field names.</summary>
    Person,

    /// <summary>One for each line of the text field.</summary>
    Row,

    /// <summary>One for each choice of the field.</summary>
    Choice,
}

/// <summary>When a parent goes on.</summary>
public enum ChildrenWait
{
    /// <summary>When all children have ended.</summary>
    All,

    Any,

    Count,

    /// <summary>When the condition holds for the values of any child that has ended, or all have ended.</summary>
    Condition,

    /// <summary>It does not wait.</summary>
    None,
}

/// <summary>Copies the value of one field to another.</summary>
public sealed record ValueMapping(string From, string To);

/// <summary>Child tickets that a state starts, and for whom of them the parent waits (spec B.18 [R]).</summary>
public sealed record ChildrenSetting
{
    /// <summary>What the children are filed with; null only where callers file them.</summary>
    public WorkflowId? Workflow { get; init; }

    public ChildrenPer Per { get; init; } = ChildrenPer.One;

    /// <summary>The parent's field for one per person, row or choice.</summary>
    public string? Field { get; init; }

    /// <summary>The child's field that takes its person, row or choice.</summary>
    public string? ItemField { get; init; }

    /// <summary>What a child is called, with placeholders of the parent's fields and {item}; empty takes the parent's title.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>From the parent to each child when it is filed.</summary>
    public IReadOnlyList<ValueMapping> Down { get; init; } = [];

    /// <summary>From each child to the parent when the parent goes on; a later child's value wins.</summary>
    public IReadOnlyList<ValueMapping> Up { get; init; } = [];

    public ChildrenWait Wait { get; init; } = ChildrenWait.All;

    /// <summary>The number for <see cref="ChildrenWait.Count"/>.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Over the child's values, for <see cref="ChildrenWait.Condition"/>.</summary>
    public Condition? When { get; init; }

    /// <summary>Whether children still open are closed when the parent is closed, deleted, withdrawn or leaves the state otherwise.</summary>
    public bool EndWithParent { get; init; }
}
