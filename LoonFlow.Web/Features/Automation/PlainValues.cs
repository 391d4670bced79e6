using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Values as plain JSON, the way loonflow gave them to scripts and hooks and took them back (spec B.20, B.21).</summary>
internal static class PlainValues
{
    private const string MomentFormat = "yyyy-MM-dd HH:mm:ss";

    public static JsonNode? Write(FieldValue? value, TimeZoneInfo zone) => value switch
    {
        FieldValue.Text text => text.Value,
        FieldValue.Integer integer => integer.Value,
        FieldValue.Decimal number => number.Value,
        FieldValue.Boolean boolean => boolean.Value,
        FieldValue.Date date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldValue.Moment moment => Moment(moment.Value, zone),
        FieldValue.Texts several => string.Join(',', several.Values),
        FieldValue.Files files => new JsonArray([.. files.Values.Select(file => (JsonNode?)new JsonObject { ["id"] = file.Id.Value, ["name"] = file.Name, ["size"] = file.Size })]),
        FieldValue.Rows rows => new JsonArray([.. rows.Values.Select(row => (JsonNode?)new JsonObject(row.Select(cell => KeyValuePair.Create(cell.Key, Write(cell.Value, zone)))))]),
        _ => null,
    };

    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(MomentFormat, CultureInfo.InvariantCulture);

    /// <summary>What was sent for the fields of a workflow and for the title; everything else is ignored (spec B.6).</summary>
    /// <param name="workflow">Whose fields.</param>
    /// <param name="sent">What was sent under a key; null where nothing was.</param>
    /// <param name="zone">The zone in which times without an offset are meant.</param>
    public static FieldChanges Read(WorkflowVersion workflow, Func<string, JsonElement?> sent, TimeZoneInfo zone) => new(
        sent(BuiltInField.Title) is { ValueKind: not JsonValueKind.Null } title ? title.ToString() : null,
        workflow.Fields
            .Select(field => (field, value: sent(field.Key)))
            .Where(pair => pair.value is not null)
            .ToDictionary(pair => pair.field.Key, pair => Read(pair.field, pair.value!.Value, zone), StringComparer.Ordinal));

    /// <summary>What was sent for a field; whatever does not suit its type stays text, so that the form's own rules name it.</summary>
    public static FieldValue? Read(FormField field, JsonElement sent, TimeZoneInfo zone) => sent.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ when field.Type is FieldType.Table => Rows(field, sent, zone) is { } rows ? rows : new FieldValue.Text(sent.ToString()),
        JsonValueKind.True => new FieldValue.Boolean(true),
        JsonValueKind.False => new FieldValue.Boolean(false),
        JsonValueKind.Number => Number(field, sent),
        _ when field.Type is FieldType.Attachment => Files(sent) is { } files ? new FieldValue.Files(files) : new FieldValue.Text(sent.ToString()),
        JsonValueKind.Array when sent.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Number) =>
            new FieldValue.Texts([.. sent.EnumerateArray().Select(item => item.ToString())]),
        JsonValueKind.String => Text(field, sent.GetString()!, zone),
        _ => new FieldValue.Text(sent.GetRawText()),
    };

    /// <summary>A list of objects by column key, or a text that holds one. Null when it is none; what has no column is ignored.</summary>
    private static FieldValue.Rows? Rows(FormField table, JsonElement sent, TimeZoneInfo zone)
    {
        if (sent.ValueKind is JsonValueKind.String)
        {
            return Parsed(sent.GetString()!) is { ValueKind: JsonValueKind.Array } written ? Rows(table, written, zone) : null;
        }

        return sent.ValueKind is JsonValueKind.Array && sent.EnumerateArray().All(row => row.ValueKind is JsonValueKind.Object)
            ? new FieldValue.Rows([.. sent.EnumerateArray().Select(row => Row(table, row, zone))])
            : null;
    }

    private static JsonElement? Parsed(string text)
    {
        try
        {
            return JsonDocument.Parse(text).RootElement.Clone();
        }
        catch (JsonException)
        {
            // Not JSON: the form's rules say what is expected.
            return null;
        }
    }

    private static FieldValues Row(FormField table, JsonElement row, TimeZoneInfo zone) => FieldValues.None.With(table.Columns
        .Where(column => column.Type is not FieldType.Table)
        .Where(column => row.TryGetProperty(column.Key, out _))
        .Select(column => KeyValuePair.Create(column.Key, Read(column, row.GetProperty(column.Key), zone))));

    private static FieldValue Number(FormField field, JsonElement sent) => field.Type switch
    {
        FieldType.Decimal when sent.TryGetDecimal(out var number) => new FieldValue.Decimal(number),
        FieldType.Boolean when sent.TryGetInt64(out var flag) && flag is 0 or 1 => new FieldValue.Boolean(flag == 1),

        // loonflow keeps whatever it is sent in these as text; its callers send numbers where they think of them.
        FieldType.Text or FieldType.TextArea or FieldType.Radio or FieldType.Select or FieldType.User => new FieldValue.Text(sent.GetRawText()),
        FieldType.Checkbox or FieldType.MultiSelect or FieldType.Users => new FieldValue.Texts([sent.GetRawText()]),
        _ => sent.TryGetInt64(out var integer) ? new FieldValue.Integer(integer) : new FieldValue.Text(sent.GetRawText()),
    };

    private static FieldValue Text(FormField field, string text, TimeZoneInfo zone) => field.Type switch
    {
        FieldType.Boolean when text.Trim().ToLowerInvariant() is "1" or "true" => new FieldValue.Boolean(true),
        FieldType.Boolean when text.Trim().ToLowerInvariant() is "0" or "false" => new FieldValue.Boolean(false),
        FieldType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => new FieldValue.Integer(integer),
        FieldType.Decimal when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => new FieldValue.Decimal(number),
        FieldType.Date when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) => new FieldValue.Date(date),
        FieldType.DateTime when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is > 1 and < 9999 => new FieldValue.Moment(InZone(text, moment, zone)),
        FieldType.Checkbox or FieldType.MultiSelect or FieldType.Users =>
            new FieldValue.Texts([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]),
        _ => new FieldValue.Text(text),
    };

    /// <summary>Uploaded files by their ids: separated by commas, in an array, or as they are written here. Null when these are none.</summary>
    private static AttachedFile[]? Files(JsonElement sent)
    {
        string[] ids = sent.ValueKind switch
        {
            JsonValueKind.Array => [.. sent.EnumerateArray().Select(item => item.ValueKind is JsonValueKind.Object && item.TryGetProperty("id", out var id) ? id.ToString() : item.ToString())],
            JsonValueKind.Object => [sent.TryGetProperty("id", out var id) ? id.ToString() : string.Empty],
            _ => sent.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };

        // Their names and sizes are those that they were stored with, whatever is sent.
        return ids.All(id => Guid.TryParse(id, out _)) ? [.. ids.Select(id => new AttachedFile(new FileId(Guid.Parse(id)), id, Size: 0))] : null;
    }

    /// <summary>A time without an offset is the installation's.</summary>
    private static DateTimeOffset InZone(string text, DateTimeOffset moment, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, [MomentFormat, "yyyy-MM-dd HH:mm", "s"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()
            : moment.ToUniversalTime();
}
