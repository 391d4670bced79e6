using System.Globalization;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>Values as loonflow keeps them, a row for each field with a column for each type (spec A.4), as the workflow's fields hold them.</summary>
internal static class ValueReading
{
    private const string LeftOut = "the value was left out";

    /// <summary>What the rows of a ticket say. Of two for the same field the later one counts.</summary>
    public static FieldValues Read(IEnumerable<SourceRow> rows, IReadOnlyDictionary<string, FormField> fields, TimeZoneInfo zone)
    {
        var values = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);

        foreach (var row in rows)
        {
            var key = row.Whole("field_key").Trim();
            var written = Written(row);

            if (key.Length is 0 or > FormField.MaxKeyLength)
            {
                row.Skip(key.Length == 0 ? "it names no field" : $"its field key has {key.Length} characters");
                continue;
            }

            row.Count(RowOutcome.Imported);

            if (values.ContainsKey(key))
            {
                row.Note($"the ticket has another value of “{key}”", "this one counts");
            }

            values[key] = Value(row, key, written, fields, zone);
        }

        return FieldValues.None.With(values);
    }

    /// <summary>A text as a field of this type holds it; null when it is none of its values.</summary>
    public static FieldValue? Typed(FieldType type, string text, TimeZoneInfo zone) => type switch
    {
        FieldType.Integer => Number(text) is { } number && decimal.Truncate(number) == number && Math.Abs(number) < long.MaxValue ? new FieldValue.Integer((long)number) : null,
        FieldType.Decimal => Number(text) is { } number ? new FieldValue.Decimal(number) : null,
        FieldType.Boolean => Truth(text) is { } truth ? new FieldValue.Boolean(truth) : null,
        FieldType.Date => SourceMoments.Local(text) is { } day ? new FieldValue.Date(DateOnly.FromDateTime(day)) : null,
        FieldType.DateTime => SourceMoments.Read(text, zone) is { } moment ? new FieldValue.Moment(moment) : null,
        FieldType.Checkbox or FieldType.MultiSelect or FieldType.Users => new FieldValue.Texts(SourceText.Listed(text)),
        FieldType.Radio or FieldType.Select or FieldType.User => new FieldValue.Text(text.Trim()),
        _ => new FieldValue.Text(text),
    };

    private static FieldValue? Value(SourceRow row, string key, string written, IReadOnlyDictionary<string, FormField> fields, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(written) || IsNoDay(written))
        {
            return null;
        }

        if (!fields.TryGetValue(key, out var field))
        {
            row.Note($"there is no field “{key}” in its workflow any more", "the value was kept with the ticket, where nobody is shown it");
            return Typed(TypeOf(row), written, zone) ?? new FieldValue.Text(written);
        }

        if (field.Type is FieldType.Attachment)
        {
            row.Note($"“{SourceText.Cut(written, 100)}” names files that loonflow's callers kept", "the text was kept, the files are not here");
        }

        var value = Typed(field.Type, written, zone);

        if (value is null)
        {
            row.Note($"“{SourceText.Cut(written, 100)}” is no value of the field “{key}”", LeftOut);
        }

        return value;
    }

    private static string Written(SourceRow row) => row.Whole(TypeOf(row) switch
    {
        FieldType.Integer => "int_value",
        FieldType.Decimal => "float_value",
        FieldType.Boolean => "bool_value",
        FieldType.Date => "date_value",
        FieldType.DateTime => "datetime_value",
        FieldType.Radio => "radio_value",
        FieldType.Checkbox => "checkbox_value",
        FieldType.Select => "select_value",
        FieldType.MultiSelect => "multi_select_value",
        FieldType.TextArea => "text_value",
        FieldType.User => "username_value",
        FieldType.Users => "multi_username_value",
        _ => "char_value",
    });

    private static FieldType TypeOf(SourceRow row) => row.Number("field_type_id", (long)FieldType.Text) switch
    {
        >= 0 and <= int.MaxValue and var code when Enum.IsDefined((FieldType)code) => (FieldType)code,
        58 => FieldType.TextArea,
        _ => FieldType.Text,
    };

    /// <summary>Columns of other types are filled with the first day of the calendar.</summary>
    private static bool IsNoDay(string text) => text.StartsWith("0001-01-01", StringComparison.Ordinal) || text.StartsWith("0000-00-00", StringComparison.Ordinal);

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? Truth(string text) => text.Trim().ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => null,
    };
}
