using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Features.Workflows.Drafts;

namespace LoonFlow.Web.Features.Workflows.Versions;

/// <summary>Makes the draft, as its designer saw it, the version that new tickets take. Running tickets stay on theirs.</summary>
public sealed record PublishDraft(WorkflowId Workflow, int Revision, string Note = "");

internal sealed class PublishDraftHandler(DraftDesk drafts, VersionDesk versions, WorkflowStore workflows)
{
    public async Task<Result<VersionId>> HandleAsync(PublishDraft command, Actor actor, CancellationToken ct)
    {
        var opened = await drafts.OpenAsync(command.Workflow, command.Revision, WorkflowRefusals.IsArchived, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var (workflow, document) = (opened.Value.Workflow, opened.Value.Document);

        if (workflow.Published is { } published && SameValue.Are((await workflows.VersionAsync(published, ct)).Document, document))
        {
            return WorkflowRefusals.NothingToPublish;
        }

        return await versions.PublishAsync(workflow, document, command.Note, actor, ct);
    }
}
