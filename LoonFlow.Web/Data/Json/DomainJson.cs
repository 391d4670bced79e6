using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace LoonFlow.Web.Data.Json;

/// <summary>How domain types are written as JSON in the database: ids as numbers, closed families by their "kind".</summary>
public static class DomainJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // PostgreSQL's jsonb keeps no order of names, so a "kind" may come last.
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // What is worked out from other properties is not stored beside them.
        IgnoreReadOnlyProperties = true,
        // The deepest condition that may be typed, and the document around it.
        MaxDepth = 512,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new ClosedFamilies(),
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new NumberIdConverters(),
            new TimeZoneConverter(),
            new FieldValueConverter(),
            new FieldValuesConverter(),
        },
    };

    public static string Write<T>(T value) => StorableText.OfJson(JsonSerializer.Serialize(value, Options));

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new JsonException($"Expected {typeof(T).Name}, found null.");
}
