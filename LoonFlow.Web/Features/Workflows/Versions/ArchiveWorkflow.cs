using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;

namespace LoonFlow.Web.Features.Workflows.Versions;

/// <summary>Takes a workflow out of use, or back out of the archive. Its running tickets go on either way.</summary>
public sealed record ArchiveWorkflow(WorkflowId Workflow, bool IsArchived);

internal sealed class ArchiveWorkflowHandler(DraftDesk drafts)
{
    public async Task<Result<WorkflowId>> HandleAsync(ArchiveWorkflow command, Actor actor, CancellationToken ct)
    {
        var opened = await drafts.OpenAsync(command.Workflow, revision: null, archived: null, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        opened.Value.Workflow.IsRetired = command.IsArchived;

        return command.Workflow;
    }
}
