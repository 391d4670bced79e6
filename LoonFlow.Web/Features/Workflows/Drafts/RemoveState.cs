using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Takes a state out of a workflow. Transitions that lead there stay, and have to lead elsewhere before it is published.</summary>
internal sealed record RemoveState(WorkflowId Workflow, StateId State, int? Revision = null);

internal sealed class RemoveStateHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(RemoveState command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;

        return draft.Document.States.Any(state => state.Id == command.State)
            ? await desk.KeepAsync(draft, draft.Document.Without(command.State), said: null, command.State.Value, actor, ct)
            : WorkflowRefusals.StateUnknown;
    }
}
