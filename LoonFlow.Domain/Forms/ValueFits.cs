namespace LoonFlow.Domain.Forms;

/// <summary>Whether a stored value is one that a field of another type could hold.</summary>
internal static class ValueFits
{
    public static bool Holds(FieldValue value, FormField field) => (value, field.Type) switch
    {
        (FieldValue.Text, FieldType.Text or FieldType.TextArea) => true,
        (FieldValue.Text text, FieldType.Radio or FieldType.Select) => field.Choices.Any(choice => choice.Key == text.Value),
        (FieldValue.Integer, FieldType.Integer) or (FieldValue.Decimal, FieldType.Decimal) or (FieldValue.Boolean, FieldType.Boolean) => true,
        (FieldValue.Date, FieldType.Date) or (FieldValue.Moment, FieldType.DateTime) or (FieldValue.Files, FieldType.Attachment) => true,
        (FieldValue.Texts texts, FieldType.Checkbox or FieldType.MultiSelect) => texts.Values.All(key => field.Choices.Any(choice => choice.Key == key)),
        _ => false,
    };
}
