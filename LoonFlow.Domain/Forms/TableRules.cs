using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Domain.Forms;

/// <summary>The rows of a table: what each may hold, and what is worked out in it.</summary>
public static class TableRules
{
    /// <summary>The most characters that all cells of a table hold together.</summary>
    public const int MaxTextLength = 200_000;

    /// <summary>The row with what its columns' formulas come to.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">What was filled in.</param>
    /// <param name="outside">The values beside the table, by key.</param>
    public static FieldValues Computed(FormField table, FieldValues row, Func<string, FieldValue?> outside) =>
        row.With(FormulaRules.Compute(table.Columns, InRow(table, row, outside)));

    /// <summary>The values that a row's formulas and conditions speak of: its own, and those beside the table.</summary>
    public static Func<string, FieldValue?> InRow(FormField table, FieldValues row, Func<string, FieldValue?> outside) =>
        key => table.Columns.Any(column => column.Key == key) ? row[key] : outside(key);

    /// <summary>Whether nothing was filled in; what is worked out does not count.</summary>
    public static bool SaysNothing(FormField table, FieldValues row) => table.Columns.All(column => column.Formula is not null || row[column.Key] is null);

    /// <summary>What was filled in and has a column, without rows that say nothing.</summary>
    public static FieldValue.Rows Cleaned(FormField table, FieldValue.Rows rows)
    {
        var columns = table.Columns.Where(column => column.Formula is null).Select(column => column.Key).ToHashSet(StringComparer.Ordinal);

        return new FieldValue.Rows(
        [
            .. rows.Values
                .Where(row => !SaysNothing(table, row))
                .Select(row => FieldValues.None.With(row.Where(pair => columns.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, (FieldValue?)pair.Value)))),
        ]);
    }

    /// <summary>The sum of a column; null where one of its numbers is too large for it.</summary>
    public static FieldValue? Sum(FieldValue? rows, string column) => ConditionRules.Value(new Operand.Sum("rows", column), _ => rows);

    /// <summary>Everything that is wrong with the cells, by row and column.</summary>
    internal static IEnumerable<FieldProblem> Problems(
        FormField table, FieldValue.Rows rows, bool requiresFields, Func<string, FieldValue?> outside, DecisionFacts facts)
    {
        if (rows.Values.Count > FormRules.MaxRows)
        {
            return [FieldProblems.TooMany(table, FormRules.MaxRows)];
        }

        if (rows.Values.Sum(row => row.Sum(Length)) > MaxTextLength)
        {
            return [FieldProblems.TooLong(table, MaxTextLength)];
        }

        return rows.Values.SelectMany((row, index) => SaysNothing(table, row)
            ? []
            : OfRow(table, Computed(table, row, outside), requiresFields, outside, facts).Select(problem => FieldProblems.InCell(table, index + 1, problem.Column, problem.Problem)));
    }

    private static IEnumerable<(FormField Column, FieldProblem Problem)> OfRow(
        FormField table, FieldValues row, bool requiresFields, Func<string, FieldValue?> outside, DecisionFacts facts)
    {
        var inRow = InRow(table, row, outside);

        foreach (var column in table.Columns.Where(column => column.Formula is null))
        {
            var value = row[column.Key];
            var problem = value is not null ? FieldProblems.WithCell(column, value, facts) ?? FieldProblems.NotOffered(column, value, inRow)
                : requiresFields && column.RequireWhen is { } when && ConditionRules.Holds(when, inRow) ? FieldProblems.Missing(column)
                : null;

            if (problem is not null)
            {
                yield return (column, problem);
            }
        }
    }

    private static int Length(KeyValuePair<string, FieldValue> cell) => cell.Value switch
    {
        FieldValue.Text text => text.Value.Length,
        FieldValue.Texts texts => texts.Values.Sum(text => text.Length),
        _ => 0,
    };
}
