using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Data.Json;

/// <summary>
/// Writes a field's value so that it is readable without its workflow: text, numbers, booleans and lists as themselves;
/// what JSON has no shape for in an object with one telling name: {"date": …}, {"moment": …}, {"decimal": …}.
/// </summary>
public sealed class FieldValueConverter : JsonConverter<FieldValue>
{
    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;

        return json.ValueKind switch
        {
            JsonValueKind.String => new FieldValue.Text(json.GetString()!),
            JsonValueKind.Number => new FieldValue.Integer(json.GetInt64()),
            JsonValueKind.True => new FieldValue.Boolean(true),
            JsonValueKind.False => new FieldValue.Boolean(false),
            JsonValueKind.Array => new FieldValue.Texts([.. json.EnumerateArray().Select(item => item.GetString()!)]),
            JsonValueKind.Object => Tagged(json.EnumerateObject().First(), options),
            _ => throw new JsonException($"A field value cannot be {json.ValueKind}."),
        };
    }

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case FieldValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case FieldValue.Integer integer:
                writer.WriteNumberValue(integer.Value);
                break;
            case FieldValue.Boolean boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case FieldValue.Texts texts:
                JsonSerializer.Serialize(writer, texts.Values, options);
                break;
            case FieldValue.Decimal number:
                WriteTagged(writer, "decimal", number.Value, options);
                break;
            case FieldValue.Date date:
                WriteTagged(writer, "date", date.Value, options);
                break;
            case FieldValue.Moment moment:
                WriteTagged(writer, "moment", moment.Value, options);
                break;
            case FieldValue.Files files:
                WriteTagged(writer, "files", files.Values, options);
                break;
            case FieldValue.Rows rows:
                WriteTagged(writer, "rows", rows.Values, options);
                break;
        }
    }

    private static FieldValue Tagged(JsonProperty tagged, JsonSerializerOptions options) => tagged.Name switch
    {
        "decimal" => new FieldValue.Decimal(tagged.Value.GetDecimal()),
        "date" => new FieldValue.Date(DateOnly.Parse(tagged.Value.GetString()!, CultureInfo.InvariantCulture)),
        "moment" => new FieldValue.Moment(tagged.Value.GetDateTimeOffset()),
        "files" => new FieldValue.Files(tagged.Value.Deserialize<AttachedFile[]>(options)!),
        "rows" => new FieldValue.Rows(tagged.Value.Deserialize<FieldValues[]>(options)!),
        _ => throw new JsonException($"Unknown field value “{tagged.Name}”."),
    };

    private static void WriteTagged<T>(Utf8JsonWriter writer, string name, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, value, options);
        writer.WriteEndObject();
    }
}

/// <summary>Writes a ticket's values as one object by field key.</summary>
public sealed class FieldValuesConverter : JsonConverter<FieldValues>
{
    public override FieldValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FieldValues.None.With(JsonSerializer.Deserialize<Dictionary<string, FieldValue?>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, FieldValues value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal), options);
}
