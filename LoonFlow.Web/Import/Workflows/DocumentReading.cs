using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>One workflow of the dump as a document. The uploaded picture of its flow is not taken: the chart is drawn from the states.</summary>
internal static class DocumentReading
{
    public static WorkflowDocument Read(WorkflowRows workflow, WorkflowSurroundings surroundings)
    {
        var row = workflow.Workflow;
        var fields = ImportedFields.Read(workflow.Fields, surroundings.Ids);
        var keys = fields.Select(field => field.Key).Concat(BuiltInField.Positions.Keys).ToHashSet(StringComparer.Ordinal);
        var states = ImportedStates.Read(workflow, keys, surroundings);
        var transitions = ImportedTransitions.Read(workflow, surroundings.Ids);

        return WorkflowReading.Read(row, keys, surroundings, new WorkflowDocument { Name = string.Empty }) with
        {
            Fields = fields,
            States = [.. states.Select(state => state with { Timers = ImportedTransitions.Timers(state.Id, workflow, transitions, surroundings.Ids) })],
            Transitions = transitions,
            Notices = ImportedNotices.Read(row, surroundings.Source, fields),
        };
    }
}
