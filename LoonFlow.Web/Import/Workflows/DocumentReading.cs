using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>One workflow of the dump as a document. The uploaded picture of its flow is not taken: the chart is drawn from the states.</summary>
internal static class DocumentReading
{
    public static WorkflowDocument Read(WorkflowRows workflow, WorkflowSurroundings surroundings)
    {
        var row = workflow.Workflow;
        var fields = FieldReading.Read(workflow.Fields, surroundings.Ids);
        var keys = fields.Select(field => field.Key).Concat(BuiltInField.Positions.Keys).ToHashSet(StringComparer.Ordinal);
        var states = StateReading.Read(workflow, keys, surroundings);
        var transitions = TransitionReading.Read(workflow, surroundings.Ids);
        ListWhatComesLater(row);

        return new WorkflowDocument
        {
            Name = row.Name("name", Caption.MaxLength),
            Description = row.Text("description", Caption.MaxLength),
            Fields = fields,
            States = [.. states.Select(state => state with { Timers = TransitionReading.Timers(state.Id, workflow, transitions, surroundings.Ids) })],
            Transitions = transitions,
            DisplayFields = DisplayFields(row, keys),
            Limits = LimitReading.Read(row, surroundings),
        };
    }

    private static IReadOnlyList<string> DisplayFields(SourceRow row, IReadOnlySet<string> keys)
    {
        var shown = new List<string>();

        foreach (var item in row.Json("display_form_str", JsonValueKind.Array)?.EnumerateArray() ?? default)
        {
            if (SourceJson.Text(item)?.Trim() is { } key && keys.Contains(key))
            {
                shown.Add(key);
            }
            else
            {
                row.Note($"its display form names the unknown field “{SourceText.Cut(SourceJson.Text(item) ?? item.GetRawText(), 50)}”", "the name was left out");
            }
        }

        return [.. shown.Distinct(StringComparer.Ordinal)];
    }

    private static void ListWhatComesLater(SourceRow row)
    {
        if (!row.IsBlank("notices"))
        {
            row.Note("it has notices", "they come in a later version of LoonFlow");
        }
    }
}
