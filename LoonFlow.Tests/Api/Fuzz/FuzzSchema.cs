using System.Text.Json;
using System.Text.Json.Nodes;

namespace LoonFlow.Tests.Api.Fuzz;

/// <summary>Whether what was answered is what the document says: the types of members, and that none is missing.</summary>
internal static class FuzzSchema
{
    /// <summary>What is wrong with the data of a success; null when nothing is.</summary>
    public static string? Problem(JsonObject document, JsonNode operation, JsonNode? data) =>
        operation["responses"]?["200"]?["content"]?["application/json"]?["schema"]?["oneOf"]?[0]?["properties"]?["data"] is { } schema ? Problem(document, schema, data, "data") : null;

    private static string? Problem(JsonObject document, JsonNode? schema, JsonNode? value, string place)
    {
        if (Resolve(document, schema) is not JsonObject one)
        {
            return null;
        }

        if (one["anyOf"] is JsonArray choices)
        {
            return choices.Select(choice => Problem(document, choice, value, place)).Any(problem => problem is null) ? null : $"{place} is none of what it may be";
        }

        if (one["type"] is { } type && !Types(type).Any(name => Fits(name, value)))
        {
            return $"{place} is {value?.GetValueKind().ToString() ?? "null"}, not {type.ToJsonString()}";
        }

        return value switch
        {
            JsonObject members => MemberProblem(document, one, members, place),
            JsonArray items => items.Select((item, index) => Problem(document, one["items"], item, $"{place}[{index}]")).FirstOrDefault(problem => problem is not null),
            _ => null,
        };
    }

    private static string? MemberProblem(JsonObject document, JsonObject schema, JsonObject members, string place)
    {
        if (schema["properties"] is not JsonObject known)
        {
            return members.Select(member => Problem(document, schema["additionalProperties"], member.Value, $"{place}.{member.Key}")).FirstOrDefault(problem => problem is not null);
        }

        return known.Select(member =>
            members.TryGetPropertyValue(member.Key, out var value)
                ? Problem(document, member.Value, value, $"{place}.{member.Key}")
                : MayBeNull(document, member.Value) ? null : $"{place}.{member.Key} is missing").FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Some members are left out where there is nothing to say.</summary>
    private static bool MayBeNull(JsonObject document, JsonNode? schema) => Problem(document, schema, value: null, string.Empty) is null;

    private static JsonNode? Resolve(JsonObject document, JsonNode? schema) =>
        schema is JsonObject one && one["$ref"]?.GetValue<string>() is { } pointer
            ? pointer[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part])
            : schema;

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [type.GetValue<string>()];

    private static bool Fits(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        ("number" or "integer", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };
}
