namespace LoonFlow.Web.Import.Workflows;

/// <summary>A workflow of the dump with all that belongs to it.</summary>
internal sealed record WorkflowRows(
    SourceRow Workflow, IReadOnlyList<SourceRow> Fields, IReadOnlyList<SourceRow> States, IReadOnlyList<SourceRow> Transitions)
{
    private const string Owner = "workflow_id";

    public IEnumerable<SourceRow> Parts => [.. Fields, .. States, .. Transitions];

    /// <summary>Every workflow of the dump. Parts of workflows that are not there are listed.</summary>
    public static IReadOnlyList<WorkflowRows> In(SourceRows source)
    {
        var fields = PartsIn(source, SourceTable.Fields);
        var states = PartsIn(source, SourceTable.States);
        var transitions = PartsIn(source, SourceTable.Transitions);

        return
        [
            .. source[SourceTable.Workflows].Select(workflow =>
                new WorkflowRows(workflow, [.. fields[workflow.Id]], [.. states[workflow.Id]], [.. transitions[workflow.Id]])),
        ];
    }

    private static ILookup<long, SourceRow> PartsIn(SourceRows source, string table)
    {
        foreach (var part in source[table])
        {
            var workflow = part.Number(Owner);

            if (source.WasDeleted(SourceTable.Workflows, workflow))
            {
                // loonflow leaves the parts of a workflow that it deletes.
                part.Count(RowOutcome.Deleted);
            }
            else if (source.Find(SourceTable.Workflows, workflow) is null)
            {
                part.Skip($"its workflow {workflow} is unknown");
            }
        }

        return source[table].ToLookup(part => part.Number(Owner));
    }
}
