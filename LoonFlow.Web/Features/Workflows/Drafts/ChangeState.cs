using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Replaces everything that loonflow can say of a state; all else stays.</summary>
internal sealed record ChangeState(WorkflowId Workflow, StateId State, RequestRecord Said, int? Revision = null);

internal sealed class ChangeStateHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(ChangeState command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;

        if (draft.Document.States.FirstOrDefault(state => state.Id == command.State) is not { } before)
        {
            return WorkflowRefusals.StateUnknown;
        }

        var state = StateEdit.Read(command.Said, before.Id, before, draft.References);

        return await desk.KeepAsync(draft, draft.Document.With(state), command.Said, state.Id.Value, actor, ct);
    }
}
