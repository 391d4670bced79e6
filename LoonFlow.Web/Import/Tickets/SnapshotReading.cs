using System.Text.Json;
using System.Text;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>What a line of loonflow's history says about the ticket after it: JSON of all columns and fields, possibly cut off in its middle (spec B.24).</summary>
internal static class SnapshotReading
{
    private const string None = "None";

    /// <param name="text">What the line holds.</param>
    /// <param name="before">What the ticket held before; stays where a snapshot that is cut off says nothing.</param>
    /// <param name="fields">The fields of the workflow.</param>
    /// <param name="zone">The zone of its moments.</param>
    public static Snapshot? Read(string text, FieldValues before, IReadOnlyDictionary<string, FormField> fields, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text) || text is "{}")
        {
            return null;
        }

        var read = Pairs(text, out var isWhole);
        var values = (isWhole ? FieldValues.None : before).With(read
            .Where(pair => fields.ContainsKey(pair.Key))
            .Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Value, fields[pair.Key].Type, zone))));

        return new Snapshot(values, read.GetValueOrDefault("participant"), read.GetValueOrDefault("participant_type_id"), isWhole, read.Count > 0);
    }

    private static FieldValue? Value(string? text, FieldType type, TimeZoneInfo zone) =>
        text is null or None || string.IsNullOrWhiteSpace(text) ? null : ValueReading.Typed(type, text, zone);

    private static Dictionary<string, string?> Pairs(string text, out bool isWhole)
    {
        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, state: default);
        isWhole = false;

        try
        {
            reader.Read();

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var key = SourceText.Clean(reader.GetString()!);

                if (!reader.Read() || !JsonDocument.TryParseValue(ref reader, out var value))
                {
                    return pairs;
                }

                using (value)
                {
                    pairs[key] = Text(value.RootElement);
                }
            }

            isWhole = reader.TokenType is JsonTokenType.EndObject;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // What stands before the place that is no JSON, or half a character, is worth having.
        }

        return pairs;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(SourceJson.Text)),
        _ => SourceJson.Text(value),
    };
}

/// <summary>What a line of history says about the ticket after it.</summary>
/// <param name="Values">All values, as far as they are known.</param>
/// <param name="Participant">Who had to act then.</param>
/// <param name="ParticipantType">What kind of thing that names.</param>
/// <param name="IsWhole">Whether all of it could be read.</param>
/// <param name="SaysAnything">Whether any of it could be read.</param>
internal sealed record Snapshot(FieldValues Values, string? Participant, string? ParticipantType, bool IsWhole, bool SaysAnything);
