using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Adds a transition to a workflow.</summary>
internal sealed record AddTransition(WorkflowId Workflow, RequestRecord Said, int? Revision = null);

internal sealed class AddTransitionHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(AddTransition command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;
        var id = new TransitionId(await desk.NextIdAsync(ct));

        return await desk.KeepAsync(draft, TransitionEdit.On(draft.Document, command.Said, id, before: null), command.Said, id.Value, actor, ct);
    }
}

/// <summary>What a caller says of a transition, on the whole document: its timer belongs to the state that it leaves.</summary>
internal static class TransitionEdit
{
    public static WorkflowDocument On(WorkflowDocument document, RequestRecord said, TransitionId id, Transition? before)
    {
        var from = End(document, said, TransitionReading.Source);
        var to = End(document, said, TransitionReading.Destination);
        var states = document.States.DistinctBy(state => state.Id).ToDictionary(state => state.Id.Value, state => state.Id);

        // Callers send 0 or 1; loonflow's model and its endpoint differ in what nothing means, and this is the endpoint's.
        var transition = TransitionReading.Read(said, id, from, to, states, requiresFields: false, before);

        return document.With(transition, Wait(document, said, transition, before), before);
    }

    private static StateId End(WorkflowDocument document, RequestRecord said, string member)
    {
        said.Require(member);
        var id = new StateId(said.Number(member));

        if (!said.IsBlank(member) && document.States.All(state => state.Id != id))
        {
            said.Note(member, $"the workflow has no state {id.Value}", "it was left out");
        }

        return id;
    }

    /// <summary>Null where the clock does not take it. One that another automation takes has no time, and is sent back with none.</summary>
    private static TimeSpan? Wait(WorkflowDocument document, RequestRecord said, Transition transition, Transition? before) =>
        !transition.IsAutomatic || (before is { IsAutomatic: true } && said.Number("timer") == 0 && TransitionCodes.Seconds(before, document) == 0)
            ? null
            : TransitionReading.Wait(said);
}
