using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;

namespace LoonFlow.Web.Features.Workflows.Versions;

/// <summary>Takes a workflow out of use, or back out of the archive. Its running tickets go on either way.</summary>
internal sealed record ArchiveWorkflow(WorkflowId Workflow, bool IsArchived, int? Revision = null);

internal sealed class ArchiveWorkflowHandler(DraftDesk drafts)
{
    public async Task<Result<SavedDraft>> HandleAsync(ArchiveWorkflow command, Actor actor, CancellationToken ct)
    {
        var opened = await drafts.OpenAsync(command.Workflow, command.Revision, archived: null, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        opened.Value.Workflow.IsRetired = command.IsArchived;

        return new SavedDraft(command.Workflow, command.Workflow.Value, opened.Value.Row?.Revision ?? 0, IsPublished: false, []);
    }
}
