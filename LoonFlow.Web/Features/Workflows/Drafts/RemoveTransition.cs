using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Takes a transition out of a workflow, with the timers that took it.</summary>
internal sealed record RemoveTransition(WorkflowId Workflow, TransitionId Transition, int? Revision = null);

internal sealed class RemoveTransitionHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(RemoveTransition command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;

        return draft.Document.Transitions.Any(transition => transition.Id == command.Transition)
            ? await desk.KeepAsync(draft, draft.Document.Without(command.Transition), said: null, command.Transition.Value, actor, ct)
            : WorkflowRefusals.TransitionUnknown;
    }
}
