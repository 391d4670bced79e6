using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>How far the draft is from what is published.</summary>
/// <param name="Published">What new tickets take; null while there is nothing.</param>
/// <param name="Draft">What is designed.</param>
/// <param name="Changes">In how many parts they differ.</param>
public sealed record DraftStanding(WorkflowVersion? Published, WorkflowDocument Draft, int Changes)
{
    /// <summary>Whether publishing would say nothing new.</summary>
    public bool IsPublished => Published is not null && Changes == 0;

    /// <summary>The standing of these two; the one before where it was about the same, because comparing takes a while.</summary>
    public static DraftStanding Of(WorkflowVersion? published, WorkflowDocument draft, DraftStanding? before) =>
        before is not null && ReferenceEquals(before.Published, published) && ReferenceEquals(before.Draft, draft) ? before
        : new DraftStanding(published, draft, published is null ? 0 : DocumentDiff.Told(published.Document, draft).Count);
}
