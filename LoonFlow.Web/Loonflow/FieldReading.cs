using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Loonflow;

/// <summary>A field, whose key is known already.</summary>
internal static class FieldReading
{
    public const string Key = "field_key";

    private const int RichText = 58;
    private const int LongestDefault = 1_000;
    private const int LongestLabel = 1_000;
    private const string Named = "field_choice";

    private static readonly string[] Yes = ["1", "true", "True"];
    private static readonly string[] No = ["0", "false", "False"];

    /// <param name="row">The field.</param>
    /// <param name="id">Its id here.</param>
    /// <param name="key">Its key.</param>
    /// <param name="before">What loonflow has no words for stays as it was.</param>
    public static FormField Read(LoonflowRecord row, FieldId id, string key, FormField? before)
    {
        var captions = row.Json("boolean_field_display", JsonValueKind.Object);
        var (name, type) = (Kept.Caption(row.Name("field_name", Caption.MaxLength), before?.Name), Type(row, before));
        var field = (before ?? new FormField { Id = id, Key = key, Name = name, Type = type }) with
        {
            Key = key,
            Name = name,
            Type = type,
            Order = row.Order("order_id"),
            Help = Kept.Caption(row.Text("description", Caption.MaxLength), before?.Help),
            Default = row.IsBlank("default_value") ? null : row.Text("default_value", LongestDefault),
            Template = Kept.Caption(row.Text("field_template", FormRules.MaxTextAreaLength), before?.Template),
            Choices = [],
            TrueCaption = Shown(captions, Yes, before?.TrueCaption),
            FalseCaption = Shown(captions, No, before?.FalseCaption),
            Label = row.Label("label", LongestLabel),
        };

        return field.TakesChoices ? field with { Choices = Choices(row, before?.Choices ?? []) } : field;
    }

    private static FieldType Type(LoonflowRecord row, FormField? before)
    {
        var code = row.Number("field_type_id", (long)FieldType.Text);

        if (code is >= 0 and <= int.MaxValue && Enum.IsDefined((FieldType)code) && (code != (long)FieldType.Table || before is { Type: FieldType.Table }))
        {
            return (FieldType)code;
        }

        // loonflow has no tables, so what a new one would hold cannot be said here.
        var type = code == RichText ? FieldType.TextArea : FieldType.Text;
        row.Note("field_type_id", $"there is no field type {code}", $"it was taken as {type}");

        return type;
    }

    private static Caption? Shown(JsonElement? captions, string[] names, Caption? before) =>
        captions?.EnumerateObject().Where(property => names.Contains(property.Name)).Select(property => SourceJson.Text(property.Value)).FirstOrDefault() is { Length: > 0 } text
            ? Kept.Caption(SourceText.Cut(text, Caption.MaxLength), before)
            : null;

    private static IReadOnlyList<Choice> Choices(LoonflowRecord row, IReadOnlyList<Choice> before)
    {
        var choices = new List<Choice>();
        var keys = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (key, name) in Written(row.Json(Named, JsonValueKind.Object, JsonValueKind.Array)))
        {
            if (key.Trim() is not { Length: > 0 } cleaned || name is null)
            {
                row.Note(Named, $"the choice “{key}” has no key or no name", "the choice was left out");
            }
            else if (!keys.Add(cleaned))
            {
                row.Note(Named, $"the choice “{cleaned}” occurs twice", "the first one was kept");
            }
            else
            {
                var known = before.FirstOrDefault(choice => choice.Key == cleaned);
                choices.Add(new Choice(cleaned, Kept.Caption(SourceText.Cut(name, Caption.MaxLength), known?.Name)) { Under = known?.Under ?? [] });
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
