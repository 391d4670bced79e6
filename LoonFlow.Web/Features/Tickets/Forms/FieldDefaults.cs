using System.Text.Json;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>What a fresh form starts with. A default that is no value of its field's type is no default.</summary>
public static class FieldDefaults
{
    public static FieldValue? Of(FormField field, TimeZoneInfo zone) => field.Default is { } text && !string.IsNullOrWhiteSpace(text)
        ? Read(field, text.Trim(), zone)
        : field.Type is FieldType.TextArea && IsStartingText(field) ? new FieldValue.Text(field.Template.ForReader()) : null;

    /// <summary>A template of several lines is a text to complete; one of a single line is a hint of what to write.</summary>
    public static bool IsStartingText(FormField field) => field.Template.Text.Contains('\n', StringComparison.Ordinal);

    /// <summary>Whether a text area still holds nothing but the text that it started with.</summary>
    public static bool IsUntouched(FormField field, string text) =>
        field.Type is FieldType.TextArea && IsStartingText(field)
        && (text.Trim() == field.Template.Text.Trim() || text.Trim() == field.Template.English?.Trim());

    private static FieldValue? Read(FormField field, string text, TimeZoneInfo zone) => field.Type switch
    {
        FieldType.Text or FieldType.TextArea or FieldType.User => new FieldValue.Text(text),
        FieldType.Integer => FieldText.Integer(text),
        FieldType.Decimal => FieldText.Decimal(text),
        FieldType.Boolean => Boolean(text),
        FieldType.Date => FieldText.Date(text),
        FieldType.DateTime => FieldText.Moment(text, zone),
        FieldType.Radio or FieldType.Select => IsChoice(field, text) ? new FieldValue.Text(text) : null,
        FieldType.Checkbox or FieldType.MultiSelect => new FieldValue.Texts([.. Several(text).Where(key => IsChoice(field, key))]),
        FieldType.Users => new FieldValue.Texts(Several(text)),
        _ => null,
    };

    private static FieldValue.Boolean? Boolean(string text) => text.ToUpperInvariant() switch
    {
        "1" or "TRUE" or "YES" => new FieldValue.Boolean(true),
        "0" or "FALSE" or "NO" => new FieldValue.Boolean(false),
        _ => null,
    };

    private static bool IsChoice(FormField field, string key) => field.Choices.Any(choice => choice.Key == key);

    // "a,b" as loonflow's designers write it, or the JSON list that its API takes.
    private static string[] Several(string text)
    {
        if (text.StartsWith('['))
        {
            try
            {
                return [.. JsonSerializer.Deserialize<JsonElement[]>(text)!.Select(item => item.ToString())];
            }
            catch (JsonException)
            {
                // Not JSON after all: read it as names with commas.
            }
        }

        return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
