using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>What kind of part of a document changed.</summary>
public enum ElementKind
{
    /// <summary>What the workflow says of itself.</summary>
    Workflow,
    State,
    Transition,
    Field,
    Note,
}

/// <summary>What became of an element.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>Only where it stands changed: on the canvas, or among its like.</summary>
    Moved,
}

/// <summary>Names one element of a document; the workflow itself has no id.</summary>
public readonly record struct DocumentElement(ElementKind Kind, long Id = 0)
{
    public static readonly DocumentElement Workflow = new(ElementKind.Workflow);
}

/// <summary>One property that differs.</summary>
/// <param name="Property">Its code, for example "participants" or "limits.open".</param>
/// <param name="Key">Which part of it, where it has several: a field's key in the access map, a choice's key; else empty.</param>
/// <param name="Before">What it said; null where it said nothing.</param>
/// <param name="After">What it says.</param>
public sealed record PropertyChange(string Property, string Key, object? Before, object? After);

/// <summary>One element that differs between two documents.</summary>
/// <param name="Element">Which.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Name">What people know it by: as it is after, or was before it was removed.</param>
/// <param name="Properties">What differs; empty for what is new or gone.</param>
public sealed record DocumentChange(DocumentElement Element, ChangeKind Kind, Caption Name, IReadOnlyList<PropertyChange> Properties)
{
    /// <summary>Whether it only got a place that the chart had found for it before; nobody moved it.</summary>
    public bool IsFirstDrawing => Kind is ChangeKind.Moved && Properties.All(property => property.Before is null);
}
