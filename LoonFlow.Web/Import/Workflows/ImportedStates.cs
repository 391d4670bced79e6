using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>The states of one workflow.</summary>
internal static class ImportedStates
{
    public static IReadOnlyList<State> Read(WorkflowRows workflow, IReadOnlySet<string> keys, WorkflowSurroundings surroundings)
    {
        var kinds = StateKinds.Of(workflow);

        return [.. workflow.States.Select(row => StateReading.Read(row, new StateId(surroundings.Ids.Accept(row)), kinds[row.Id], keys, surroundings, before: null))];
    }
}
