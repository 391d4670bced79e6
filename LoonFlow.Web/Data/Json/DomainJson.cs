using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using LoonFlow.Domain.Access;

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
        TypeInfoResolver = new ClosedFamilies { Modifiers = { KeepNullWorkflows } },
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

    /// <summary>An application that says null may use all workflows; left out, it would come back as one that may use none.</summary>
    private static void KeepNullWorkflows(JsonTypeInfo type)
    {
        if (type.Type == typeof(Application) && type.Properties.FirstOrDefault(property => property.Name == "workflows") is { } workflows)
        {
            workflows.ShouldSerialize = (_, _) => true;
        }
    }
}
