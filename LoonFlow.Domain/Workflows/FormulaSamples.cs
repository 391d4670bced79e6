using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Workflows;

/// <summary>Values to try formulas with, so that publishing can ask the rule itself whether one can ever come to something.</summary>
internal static class FormulaSamples
{
    private static readonly DateOnly FirstDay = new(2001, 1, 1);

    /// <summary>Whether the formula comes to nothing that the field could hold, whatever is filled in.</summary>
    public static bool NeverFits(FormField field, Func<string, FormField?> fieldOf) =>
        Enumerable.Range(0, 3).All(draw => FormulaRules.Of(field, key => fieldOf(key) is { } known ? Sample(known, draw) : null) is null);

    /// <summary>Values that differ from field to field and from draw to draw: so no difference of two is zero in all of them.</summary>
    private static FieldValue? Sample(FormField field, int draw)
    {
        var number = 2 + draw * 11 + field.Key.Sum(sign => sign) % (89 + draw * 8);

        return field.Type switch
        {
            FieldType.Integer => new FieldValue.Integer(number),
            FieldType.Decimal => new FieldValue.Decimal(number),
            FieldType.Boolean => new FieldValue.Boolean(draw == 0),
            FieldType.Date => new FieldValue.Date(FirstDay.AddDays(number)),
            FieldType.DateTime => new FieldValue.Moment(new DateTimeOffset(FirstDay.AddDays(number), TimeOnly.MinValue, TimeSpan.Zero)),
            FieldType.Text or FieldType.TextArea or FieldType.Radio or FieldType.Select or FieldType.User => new FieldValue.Text($"{number}"),
            FieldType.Checkbox or FieldType.MultiSelect or FieldType.Users => new FieldValue.Texts([$"{number}"]),
            FieldType.Table => Row(field, draw),
            _ => null,
        };
    }

    private static FieldValue.Rows Row(FormField table, int draw) => new(
        [FieldValues.None.With(table.Columns
            .Where(column => column.TakesNumbers)
            .DistinctBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => KeyValuePair.Create(column.Key, Sample(column, draw))))]);
}
