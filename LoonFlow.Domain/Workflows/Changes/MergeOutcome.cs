using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>Where two people's changes meet: an element as a whole, when the property is empty, or a part of one of its properties.</summary>
public sealed record MergePlace(DocumentElement Element, string Property = "", string Key = "");

/// <summary>Something that two people changed differently.</summary>
/// <param name="Place">Where.</param>
/// <param name="Name">What people know the element by.</param>
/// <param name="Base">What it was before both.</param>
/// <param name="Mine">What one made of it; null where it was removed or says nothing.</param>
/// <param name="Theirs">What the other made of it.</param>
public sealed record MergeConflict(MergePlace Place, Caption Name, object? Base, object? Mine, object? Theirs);

/// <summary>Two people's changes in one document, and where they contradict each other; there it says what one's own side says.</summary>
public sealed record MergeOutcome(WorkflowDocument Document, IReadOnlyList<MergeConflict> Conflicts)
{
    internal WorkflowDocument Base { get; init; } = Document;

    internal WorkflowDocument Mine { get; init; } = Document;

    internal WorkflowDocument Theirs { get; init; } = Document;
}
