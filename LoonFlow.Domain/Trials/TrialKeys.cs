using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Trials;

/// <summary>Kept trials after a field or a column got another key.</summary>
internal static class TrialKeys
{
    /// <param name="trial">What was kept.</param>
    /// <param name="key">The key of a field, by the one that it had.</param>
    /// <param name="column">The key of a column, by its table's key of before and the one that it had.</param>
    public static KeptTrial Renamed(KeptTrial trial, Func<string, string> key, Func<string, string, string> column)
    {
        return trial with { Steps = [.. trial.Steps.Select(step => step with { Step = Step(step.Step) })] };

        TrialStep Step(TrialStep step) => step switch
        {
            TrialStep.Submit submit => submit with { Values = Values(submit.Values) },
            TrialStep.Take take => take with { Values = Values(take.Values) },
            _ => step,
        };

        FieldValues Values(FieldValues values) => FieldValues.Of([.. values.Select(pair => (key(pair.Key), (FieldValue?)Value(pair.Key, pair.Value)))]);

        FieldValue Value(string table, FieldValue value) => value is FieldValue.Rows rows
            ? new FieldValue.Rows([.. rows.Values.Select(row => FieldValues.Of([.. row.Select(cell => (column(table, cell.Key), (FieldValue?)cell.Value))]))])
            : value;
    }
}
