using System.Text.Json.Nodes;

namespace LoonFlow.Web.Api.Docs;

/// <summary>Examples that follow from a schema and the names in it: what somebody of the demo company would see.</summary>
internal static class ApiExamples
{
    private const int Deepest = 8;
    private const string Moment = "2026-03-02 16:00:00";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["username"] = "lin",
        ["creator"] = "lin",
        ["by"] = "lin",
        ["alias"] = "林悦",
        ["name"] = "请假申请",
        ["title"] = "年假 Annual leave",
        ["sn"] = "loonflow_202603020001",
        ["suggestion"] = "同意",
        ["comment"] = "同意",
        ["email"] = "lin@example.com",
        ["phone"] = "13800000000",
        ["participant"] = "wu",
        ["target_username"] = "wu",
        ["app_name"] = "oa",
        ["workflow_ids"] = "1,2",
        ["ticket_sn_prefix"] = "oa",
        ["attribute_type_name"] = "同意",
        ["state_name"] = "部门主管审批中",
        ["field_key"] = "leave_days",
        ["field_name"] = "天数",
        ["event"] = "moved",
        ["status"] = "ongoing",
        ["password"] = "…",
        ["token"] = "…",
    };

    public static JsonNode? Of(ApiSchemas schemas, JsonNode? schema, string name = "", int depth = 0)
    {
        if (depth > Deepest || schemas.Resolve(schema) is not JsonObject one)
        {
            return null;
        }

        if (one["anyOf"] is JsonArray { Count: > 0 } choices)
        {
            return Of(schemas, choices[0], name, depth + 1);
        }

        return one["enum"] is JsonArray { Count: > 0 } words ? words[0]?.DeepClone() : TypeOf(one) switch
        {
            "object" => ObjectOf(schemas, one, depth),
            "array" => new JsonArray(Of(schemas, one["items"], name, depth + 1)),
            "integer" => 1,
            "number" => 2.5,
            "boolean" => true,
            "string" => TextOf(name, one),
            _ => null,
        };
    }

    private static string? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(one => one?.GetValue<string>()).FirstOrDefault(type => type != "null"),
        JsonValue one => one.GetValue<string>(),
        _ => schema["properties"] is not null ? "object" : null,
    };

    private static JsonObject ObjectOf(ApiSchemas schemas, JsonObject schema, int depth)
    {
        var example = new JsonObject();

        foreach (var (key, member) in schema["properties"] as JsonObject ?? [])
        {
            example[key] = Of(schemas, member, key, depth + 1);
        }

        if (schema["additionalProperties"] is JsonObject any)
        {
            example["1001"] = Of(schemas, any, string.Empty, depth + 1);
        }

        return example;
    }

    private static string TextOf(string name, JsonObject schema) =>
        Texts.TryGetValue(name, out var text) ? text
        : schema["format"]?.GetValue<string>() is "date-time" || name.StartsWith("gmt_", StringComparison.Ordinal) || name.EndsWith("_at", StringComparison.Ordinal) || name.EndsWith("_time", StringComparison.Ordinal) ? Moment
        : name.EndsWith("_id", StringComparison.Ordinal) ? "1"
        : name.EndsWith("username", StringComparison.Ordinal) ? "lin"
        : "…";
}
