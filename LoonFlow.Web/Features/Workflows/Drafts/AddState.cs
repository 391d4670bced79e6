using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Adds a state to a workflow.</summary>
internal sealed record AddState(WorkflowId Workflow, RequestRecord Said, int? Revision = null);

internal sealed class AddStateHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(AddState command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;
        var state = StateEdit.Read(command.Said, new StateId(await desk.NextIdAsync(ct)), before: null, draft.References);

        return await desk.KeepAsync(draft, draft.Document.With(state), command.Said, state.Id.Value, actor, ct);
    }
}

/// <summary>What a caller says of a state.</summary>
internal static class StateEdit
{
    public static State Read(RequestRecord said, StateId id, State? before, DraftReferences references)
    {
        said.MustBeJson("label");

        return StateReading.Read(said, id, Kind(said, before), keys: null, references.For(before ?? new State { Id = id, Name = string.Empty }), before);
    }

    private static StateKind Kind(RequestRecord said, State? before)
    {
        var code = said.Number("type_id");

        if (before is not null && code == StateCodes.Of(before.Kind))
        {
            return before.Kind;
        }

        if (StateCodes.Kind(code) is not { } kind)
        {
            said.Note("type_id", $"there is no state type {code}", "it became a normal state");
            return StateKind.Normal;
        }

        return kind;
    }
}
