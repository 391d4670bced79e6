using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Forms;

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
        _ => null,
    };

    public static string Moment(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(MomentFormat, CultureInfo.InvariantCulture);

    /// <summary>What was sent for a field; whatever does not suit its type stays text, so that the form's own rules name it.</summary>
    public static FieldValue? Read(FormField field, JsonElement sent, TimeZoneInfo zone) => sent.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => new FieldValue.Boolean(true),
        JsonValueKind.False => new FieldValue.Boolean(false),
        JsonValueKind.Number => Number(field, sent),
        JsonValueKind.Array when sent.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String) =>
            new FieldValue.Texts([.. sent.EnumerateArray().Select(item => item.GetString()!)]),
        JsonValueKind.String => Text(field, sent.GetString()!, zone),
        _ => new FieldValue.Text(sent.GetRawText()),
    };

    private static FieldValue Number(FormField field, JsonElement sent) => field.Type switch
    {
        FieldType.Decimal when sent.TryGetDecimal(out var number) => new FieldValue.Decimal(number),
        FieldType.Boolean when sent.TryGetInt64(out var flag) && flag is 0 or 1 => new FieldValue.Boolean(flag == 1),
        _ => sent.TryGetInt64(out var integer) ? new FieldValue.Integer(integer) : new FieldValue.Text(sent.GetRawText()),
    };

    private static FieldValue Text(FormField field, string text, TimeZoneInfo zone) => field.Type switch
    {
        FieldType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => new FieldValue.Integer(integer),
        FieldType.Decimal when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => new FieldValue.Decimal(number),
        FieldType.Date when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var date) => new FieldValue.Date(date),
        FieldType.DateTime when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && moment.Year is > 1 and < 9999 => new FieldValue.Moment(InZone(text, moment, zone)),
        FieldType.Checkbox or FieldType.MultiSelect or FieldType.Users =>
            new FieldValue.Texts([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]),
        _ => new FieldValue.Text(text),
    };

    /// <summary>A time without an offset is the installation's.</summary>
    private static DateTimeOffset InZone(string text, DateTimeOffset moment, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, [MomentFormat, "yyyy-MM-dd HH:mm", "s"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()
            : moment.ToUniversalTime();
}
