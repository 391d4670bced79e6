using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>What part each state plays. loonflow checks neither the codes nor that there is one start.</summary>
internal static class StateKinds
{
    public static IReadOnlyDictionary<long, StateKind> Of(WorkflowRows workflow)
    {
        var kinds = workflow.States.ToDictionary(row => row.Id, row => Kind(row, workflow.Transitions));
        var starts = workflow.States.Where(row => kinds[row.Id] is StateKind.Start)
            .OrderBy(row => workflow.Transitions.Any(transition => LeadsTo(transition, row)))
            .ThenBy(row => row.Order("order_id"))
            .ThenBy(row => row.Id)
            .ToArray();

        foreach (var other in starts.Skip(1))
        {
            other.Note($"it is a start state, and so is state {starts[0].Id}", "it became a normal state");
            kinds[other.Id] = StateKind.Normal;
        }

        return kinds;
    }

    private static StateKind Kind(SourceRow row, IReadOnlyList<SourceRow> transitions)
    {
        var code = row.Number("type_id");

        if (StateCodes.Kind(code) is { } known)
        {
            return known;
        }

        var kind = transitions.Any(transition => transition.Number(TransitionReading.Source) == row.Id) ? StateKind.Normal : StateKind.End;
        row.Note($"there is no state type {code}", kind is StateKind.End ? "it became an end state, because nothing leads on from it" : "it became a normal state");

        return kind;
    }

    private static bool LeadsTo(SourceRow transition, SourceRow state) =>
        transition.Number(TransitionReading.Destination) == state.Id && transition.Number(TransitionReading.Source) != state.Id;
}
