using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Replaces everything that loonflow can say of a transition; all else stays.</summary>
internal sealed record ChangeTransition(WorkflowId Workflow, TransitionId Transition, RequestRecord Said, int? Revision = null);

internal sealed class ChangeTransitionHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(ChangeTransition command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;

        if (draft.Document.Transitions.FirstOrDefault(transition => transition.Id == command.Transition) is not { } before)
        {
            return WorkflowRefusals.TransitionUnknown;
        }

        return await desk.KeepAsync(draft, TransitionEdit.On(draft.Document, command.Said, before.Id, before), command.Said, before.Id.Value, actor, ct);
    }
}
