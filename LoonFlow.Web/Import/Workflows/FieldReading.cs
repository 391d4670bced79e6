using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>The fields of one workflow.</summary>
internal static class FieldReading
{
    private const int RichText = 58;
    private const int LongestDefault = 1_000;
    private const int LongestLabel = 1_000;

    private static readonly string[] Yes = ["1", "true", "True"];
    private static readonly string[] No = ["0", "false", "False"];

    public static IReadOnlyList<FormField> Read(IEnumerable<SourceRow> rows, ImportedIds ids)
    {
        var fields = new List<FormField>();

        foreach (var row in rows)
        {
            // A key cut short would be another key.
            var key = row.Text("field_key", int.MaxValue);

            if (key.Length is 0 or > FormField.MaxKeyLength)
            {
                row.Skip(key.Length == 0 ? "it has no key" : $"its key has {key.Length} characters and may have {FormField.MaxKeyLength}");
            }
            else if (fields.Any(field => field.Key == key))
            {
                row.Skip($"the workflow has another field with the key “{key}”");
            }
            else
            {
                fields.Add(Field(row, key, ids.Accept(row)));
            }
        }

        return fields;
    }

    private static FormField Field(SourceRow row, string key, long id)
    {
        var captions = row.Json("boolean_field_display", JsonValueKind.Object);
        var field = new FormField
        {
            Id = new FieldId(id),
            Key = key,
            Name = row.Name("field_name", Caption.MaxLength),
            Type = Type(row),
            Order = row.Order("order_id"),
            Help = row.Text("description", Caption.MaxLength),
            Default = row.IsBlank("default_value") ? null : row.Text("default_value", LongestDefault),
            Template = row.Text("field_template", FormRules.MaxTextAreaLength),
            TrueCaption = Shown(captions, Yes),
            FalseCaption = Shown(captions, No),
            Label = row.Label("label", LongestLabel),
        };

        return field.TakesChoices ? field with { Choices = Choices(row) } : field;
    }

    private static FieldType Type(SourceRow row)
    {
        var code = row.Number("field_type_id", (long)FieldType.Text);

        if (code is >= 0 and <= int.MaxValue && Enum.IsDefined((FieldType)code))
        {
            return (FieldType)code;
        }

        var type = code == RichText ? FieldType.TextArea : FieldType.Text;
        row.Note($"there is no field type {code}", $"it was taken as {type}");

        return type;
    }

    private static Caption? Shown(JsonElement? captions, string[] names) =>
        captions?.EnumerateObject().Where(property => names.Contains(property.Name)).Select(property => SourceJson.Text(property.Value)).FirstOrDefault() is { Length: > 0 } text
            ? new Caption(SourceText.Cut(text, Caption.MaxLength))
            : null;

    private static IReadOnlyList<Choice> Choices(SourceRow row)
    {
        var choices = new List<Choice>();

        foreach (var (key, name) in Written(row.Json("field_choice", JsonValueKind.Object, JsonValueKind.Array)))
        {
            if (key.Trim() is not { Length: > 0 } cleaned || name is null)
            {
                row.Note($"the choice “{key}” has no key or no name", "the choice was left out");
            }
            else if (choices.Any(choice => choice.Key == cleaned))
            {
                row.Note($"the choice “{cleaned}” occurs twice", "the first one was kept");
            }
            else
            {
                choices.Add(new Choice(cleaned, new Caption(SourceText.Cut(name, Caption.MaxLength))));
            }
        }

        return choices;
    }

    private static IEnumerable<(string Key, string? Name)> Written(JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().Select(property => (SourceText.Clean(property.Name), SourceJson.Text(property.Value))),
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(item => (SourceJson.Text(item) ?? string.Empty, SourceJson.Text(item))),
        _ => [],
    };
}
