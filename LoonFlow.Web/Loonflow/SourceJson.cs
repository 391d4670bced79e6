using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoonFlow.Web.Loonflow;

/// <summary>Reads and writes the JSON that loonflow keeps in text columns and that people typed by hand.</summary>
internal static class SourceJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    // It stands in texts that are encoded once more wherever they are sent.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool TryRead(string text, out JsonElement json)
    {
        json = default;

        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            json = document.RootElement.Clone();
            ReadTexts(json);

            return true;
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            // Not JSON, or an escaped half of a surrogate pair, which shows only when a text is read.
            return false;
        }
    }

    /// <summary>JSON as people read it in a text.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Readable);

    /// <summary>The free JSON that callers keep in a label; an empty object where it is none.</summary>
    public static JsonNode Label(string label) =>
        label.Length > 0 && TryRead(label, out var json) && json.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? JsonNode.Parse(json.GetRawText(), null, Lenient)! : new JsonObject();

    /// <summary>A text, number or truth value as text; null for anything else.</summary>
    public static string? Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => SourceText.Clean(json.GetString()!),
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        _ => null,
    };

    /// <summary>A whole number, also when it was typed as a text.</summary>
    public static long? Number(JsonElement json) =>
        long.TryParse(Text(json), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void ReadTexts(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    _ = property.Name;
                    ReadTexts(property.Value);
                }

                break;
        }
    }
}
