using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Takes a workflow out of use. Its running tickets go on.</summary>
internal sealed record RetireWorkflow(WorkflowId Workflow, int? Revision = null);

internal sealed class RetireWorkflowHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(RetireWorkflow command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        opened.Value.Workflow.IsRetired = true;

        return new SavedDraft(command.Workflow, command.Workflow.Value, opened.Value.Row?.Revision ?? 0, IsPublished: false, []);
    }
}
