using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Gives up what was edited: the draft says again what is published. Its revision goes on, so that whoever has it open hears of it.</summary>
public sealed record DiscardDraft(WorkflowId Workflow, int Revision);

internal sealed class DiscardDraftHandler(DraftDesk desk, WorkflowStore workflows)
{
    public async Task<Result<DraftSaved>> HandleAsync(DiscardDraft command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, WorkflowRefusals.IsArchived, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;

        if (draft.Workflow.Published is not { } version || (await workflows.VersionAsync(version, ct)).Document is var published && SameValue.Are(published, draft.Document))
        {
            return WorkflowRefusals.NothingToDiscard;
        }

        return new DraftSaved(desk.Write(draft, published, actor).Revision, published, []) { Stored = published };
    }
}
