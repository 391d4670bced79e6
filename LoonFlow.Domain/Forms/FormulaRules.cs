using LoonFlow.Domain.Conditions;

namespace LoonFlow.Domain.Forms;

/// <summary>What formulas come to. Total: whatever cannot be calculated is no value.</summary>
public static class FormulaRules
{
    /// <summary>A quotient without end is kept to so many digits behind the point.</summary>
    private const int MostDigits = 10;

    /// <summary>Whether a field of this type may be worked out.</summary>
    public static bool MayCompute(FieldType type) =>
        type is FieldType.Integer or FieldType.Decimal or FieldType.Date or FieldType.DateTime or FieldType.Text or FieldType.TextArea or FieldType.Boolean;

    /// <summary>What the field's formula comes to, as a value of the field's type; null when it comes to nothing of the kind.</summary>
    public static FieldValue? Of(FormField field, Func<string, FieldValue?> valueOf) =>
        field.Formula is { } formula ? Fitted(field.Type, ConditionRules.Value(formula, valueOf)) : null;

    /// <summary>
    /// Works out all fields that have a formula, and the columns of tables that have one, each after those that it speaks of.
    /// Formulas that go round in a circle come to nothing.
    /// </summary>
    /// <param name="fields">The fields of a workflow, or the columns of a table.</param>
    /// <param name="valueOf">What they hold, by key.</param>
    public static IReadOnlyDictionary<string, FieldValue?> Compute(IReadOnlyList<FormField> fields, Func<string, FieldValue?> valueOf)
    {
        var computed = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);
        List<FormField> waiting = [.. fields.Where(IsWorkedOut).DistinctBy(field => field.Key, StringComparer.Ordinal)];

        while (waiting is not [])
        {
            var open = waiting.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
            FormField[] ready = [.. waiting.Where(field => !Needs(field).Any(open.Contains))];

            foreach (var field in ready)
            {
                computed[field.Key] = field.Formula is null ? Rows(field, valueOf(field.Key), Known) : Of(field, Known);
            }

            if (ready is [])
            {
                waiting.Where(field => field.Formula is not null).ToList().ForEach(field => computed[field.Key] = null);
                break;
            }

            waiting.RemoveAll(ready.Contains);
        }

        return computed;

        FieldValue? Known(string key) => computed.TryGetValue(key, out var value) ? value : valueOf(key);
    }

    /// <summary>Keys of the fields that a field is worked out from.</summary>
    public static IReadOnlyList<string> Needs(FormField field) => field switch
    {
        { Formula: { } formula } => ConditionFields.Of(formula),
        { Type: FieldType.Table } => [.. field.Columns
            .Where(column => column.Formula is not null)
            .SelectMany(column => ConditionFields.Of(column.Formula!))
            .Where(key => field.Columns.All(column => column.Key != key))],
        _ => [],
    };

    private static bool IsWorkedOut(FormField field) =>
        field.Formula is not null || (field.Type is FieldType.Table && field.Columns.Any(column => column.Formula is not null));

    private static FieldValue? Rows(FormField table, FieldValue? value, Func<string, FieldValue?> outside) => value is FieldValue.Rows rows
        ? new FieldValue.Rows([.. rows.Values.Select(row => TableRules.Computed(table, row, outside))])
        : value;

    private static FieldValue? Fitted(FieldType type, FieldValue? value) => (type, value) switch
    {
        (FieldType.Integer, FieldValue.Integer) => value,
        (FieldType.Integer, FieldValue.Decimal number) => Whole(number.Value),
        (FieldType.Decimal, FieldValue.Integer whole) => new FieldValue.Decimal(whole.Value),
        (FieldType.Decimal, FieldValue.Decimal number) => new FieldValue.Decimal(Shortened(number.Value)),
        (FieldType.Date, FieldValue.Date) => value,
        (FieldType.DateTime, FieldValue.Moment) => value,
        (FieldType.Boolean, FieldValue.Boolean) => value,
        (FieldType.Text or FieldType.TextArea, FieldValue.Text { IsEmpty: false } text) when text.Value.Length <= FormRules.MaxTextLength => text,
        _ => null,
    };

    private static FieldValue.Integer? Whole(decimal number) => decimal.Round(number, MidpointRounding.AwayFromZero) is >= long.MinValue and <= long.MaxValue and var whole
        ? new FieldValue.Integer((long)whole)
        : null;

    /// <summary>Without digits that only the calculation brought in: 3.000 is 3, but 12.50 that was typed stays money.</summary>
    private static decimal Shortened(decimal number)
    {
        var rounded = decimal.Round(number, MostDigits, MidpointRounding.AwayFromZero);

        while (rounded.Scale > 2 && decimal.Round(rounded, rounded.Scale - 1) == rounded)
        {
            rounded = decimal.Round(rounded, rounded.Scale - 1);
        }

        return rounded;
    }
}
