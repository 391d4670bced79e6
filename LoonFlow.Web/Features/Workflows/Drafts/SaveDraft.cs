using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Keeps what a designer made of a draft, whatever is missing in it. What others saved meanwhile stays: both are merged.</summary>
/// <param name="Workflow">Whose draft.</param>
/// <param name="BaseRevision">The revision that the designer began with or saved last.</param>
/// <param name="Base">What the draft said then.</param>
/// <param name="Document">What the designer made of it.</param>
public sealed record SaveDraft(WorkflowId Workflow, int BaseRevision, WorkflowDocument Base, WorkflowDocument Document);

/// <summary>
/// What became of it. With conflicts nothing was written: once they are resolved (<see cref="DocumentMerge.Resolve"/> of
/// <see cref="Outcome"/>), the result is saved again with <see cref="Revision"/> and <see cref="Stored"/> as what it began with.
/// </summary>
/// <param name="Revision">Of what is stored now.</param>
/// <param name="Document">Both sides together; where they contradict each other, as this designer has it.</param>
/// <param name="Conflicts">Where they do.</param>
public sealed record DraftSaved(int Revision, WorkflowDocument Document, IReadOnlyList<MergeConflict> Conflicts)
{
    /// <summary>What is stored now: the document, or what the others made of it while there are conflicts.</summary>
    public required WorkflowDocument Stored { get; init; }

    /// <summary>What was merged; null where nobody else had saved.</summary>
    public MergeOutcome? Outcome { get; init; }
}

internal sealed class SaveDraftHandler(DraftDesk desk)
{
    public async Task<Result<DraftSaved>> HandleAsync(SaveDraft command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, revision: null, WorkflowRefusals.IsArchived, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;
        var revision = draft.Row?.Revision ?? 0;
        var outcome = revision == command.BaseRevision ? null : DocumentMerge.Merge(command.Base, command.Document, draft.Document);

        if (outcome is { Conflicts: [_, ..] conflicts })
        {
            return new DraftSaved(revision, outcome.Document, conflicts) { Stored = draft.Document, Outcome = outcome };
        }

        var document = outcome?.Document ?? command.Document;

        if (SameValue.Are(document, draft.Document))
        {
            return new DraftSaved(revision, document, []) { Stored = document, Outcome = outcome };
        }

        if (draft.Workflow.Published is null && WorkflowRefusals.NotToBeListed(document) is null)
        {
            draft.Workflow.Describe(document);
        }

        return new DraftSaved(desk.Write(draft, document, actor).Revision, document, []) { Stored = document, Outcome = outcome };
    }
}
