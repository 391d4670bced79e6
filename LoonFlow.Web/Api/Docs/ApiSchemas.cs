using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace LoonFlow.Web.Api.Docs;

/// <summary>Shapes as JSON schemas, each described once and pointed at from wherever it is used.</summary>
internal sealed class ApiSchemas
{
    private const string Place = "#/components/schemas/";

    // The same rules by which answers are written, so that the document cannot say something else.
    private static readonly JsonSerializerOptions Json = Readable();

    private readonly Dictionary<Type, string> _names = [];
    private readonly Queue<Type> _open = new();

    /// <summary>The shapes described so far, by name.</summary>
    public JsonObject Components { get; } = [];

    /// <summary>The schema of a type; shapes in it are pointed at.</summary>
    public JsonNode Of(Type type)
    {
        var schema = IsShape(type) ? PointerTo(type) : Export(type);

        while (_open.TryDequeue(out var next))
        {
            Components[_names[next]] = Export(next);
        }

        return schema;
    }

    /// <summary>What a pointer points at; anything else as it is.</summary>
    public JsonNode? Resolve(JsonNode? schema) =>
        schema is JsonObject one && one["$ref"]?.GetValue<string>() is { } pointer ? Components[pointer[Place.Length..]] : schema;

    private JsonObject PointerTo(Type type)
    {
        if (!_names.TryGetValue(type, out var name))
        {
            name = NameOf(type);

            // Forms of different endpoints may bear one name; the second says whose it is.
            if (_names.ContainsValue(name))
            {
                name = $"{type.DeclaringType?.Name.Replace("Endpoints", string.Empty, StringComparison.Ordinal)}{name}";
            }

            _names[type] = name;
            _open.Enqueue(type);
        }

        return new JsonObject { ["$ref"] = Place + name };
    }

    private JsonNode Export(Type type) => Json.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, schema) => context.Path.IsEmpty || !IsShape(context.TypeInfo.Type) ? schema
            : schema is JsonObject one && one["type"] is JsonArray ? new JsonObject { ["anyOf"] = new JsonArray(PointerTo(context.TypeInfo.Type), new JsonObject { ["type"] = "null" }) }
            : PointerTo(context.TypeInfo.Type),
    });

    /// <summary>A record of ours that stands for itself; what only wraps another is written out where it stands.</summary>
    private static bool IsShape(Type type) =>
        type is { IsClass: true, IsGenericType: false } && type.Namespace?.StartsWith("LoonFlow", StringComparison.Ordinal) == true
        && Json.GetTypeInfo(type).Kind is JsonTypeInfoKind.Object;

    private static string NameOf(Type type) => type.Name.EndsWith("Shape", StringComparison.Ordinal) ? type.Name[..^"Shape".Length] : type.Name;

    private static JsonSerializerOptions Readable()
    {
        var options = new JsonSerializerOptions(ApiAnswer.Json) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        options.MakeReadOnly();

        return options;
    }
}
