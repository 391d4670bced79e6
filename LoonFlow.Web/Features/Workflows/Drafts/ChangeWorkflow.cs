using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Replaces everything that a workflow says of itself; its states, transitions and fields stay.</summary>
internal sealed record ChangeWorkflow(WorkflowId Workflow, RequestRecord Said, int? Revision = null);

internal sealed class ChangeWorkflowHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(ChangeWorkflow command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;
        var edited = WorkflowEdit.Read(command.Said, draft.Document, draft.References);
        draft.Workflow.OpenToAll = WorkflowReading.IsOpenToAll(command.Said);

        return await desk.KeepAsync(draft, edited, command.Said, command.Workflow.Value, actor, ct);
    }
}

/// <summary>What a caller says of a workflow, on its document.</summary>
internal static class WorkflowEdit
{
    public static WorkflowDocument Read(RequestRecord said, WorkflowDocument before, DraftReferences references) =>
        WorkflowReading.Read(said, keys: null, references, before) with { Notices = before.Notices with { Channels = references.Channels(said) } };
}
