using System.Reflection;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Access;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace LoonFlow.Web.Api.Docs;

/// <summary>One endpoint as the document describes it: from its metadata, and from nothing else.</summary>
internal sealed class ApiOperation(RouteEndpoint endpoint, string method, ApiSchemas schemas)
{
    /// <summary>The address as the document writes it: without what constrains its parameters.</summary>
    public string Path { get; } = "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => string.Empty,
        }))));

    public string Method { get; } = method.ToLowerInvariant();

    private bool IsChange => Method is not "get";

    /// <summary>Whose method answers it, and which.</summary>
    public string Name => endpoint.Metadata.GetMetadata<MethodInfo>() is not { } handler
        ? Path
        : $"{handler.DeclaringType!.Name.Replace("Endpoints", string.Empty, StringComparison.Ordinal)}_{handler.Name.Replace("Async", string.Empty, StringComparison.Ordinal)}";

    /// <param name="id">Its name in the document, that no other has.</param>
    public JsonObject Describe(string id)
    {
        var operation = new JsonObject
        {
            ["tags"] = new JsonArray([.. Metadata<ITagsMetadata>()?.Tags.Select(tag => (JsonNode?)tag) ?? []]),
            ["summary"] = Metadata<IEndpointSummaryMetadata>()?.Summary ?? string.Empty,
            ["operationId"] = id,
            ["parameters"] = new JsonArray([.. PathParameters(), .. QueryParameters(), .. HeaderParameters()]),
            ["responses"] = new JsonObject { ["200"] = Answer() },
        };

        if (ApiNeeds.Of(endpoint) is not { } grant)
        {
            operation["security"] = new JsonArray();
        }
        else if (grant is not ApiGrant.Run)
        {
            operation["description"] = $"An application needs the grant “{grant}” for this.";
        }

        if (Body() is { } body)
        {
            operation["requestBody"] = body;
        }

        return operation;
    }

    private T? Metadata<T>()
        where T : class => endpoint.Metadata.GetMetadata<T>();

    private IEnumerable<JsonNode> PathParameters() => endpoint.RoutePattern.Parameters.Select(parameter =>
        Parameter("path", parameter.Name, string.Empty, parameter.ParameterPolicies.Any(policy => policy.Content is "long" or "int") ? typeof(long) : typeof(string), isRequired: true));

    private IEnumerable<JsonNode> QueryParameters()
    {
        var named = endpoint.Metadata.OfType<ApiParameter>().ToArray();
        var isList = Metadata<ApiAnswerShape>()?.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ApiList<>);
        ApiParameter[] pages = isList && !IsChange ? [new("page", "Which page, from 1; beyond the end the last one is given.", typeof(long)), new("per_page", "Most rows on a page, to 1000.", typeof(long))] : [];

        return named.Concat(pages.ExceptBy(named.Select(one => one.Name), one => one.Name)).Select(one => Parameter("query", one.Name, one.About, one.Type, isRequired: false));
    }

    private IEnumerable<JsonNode> HeaderParameters() => IsChange && ApiNeeds.Of(endpoint) is not null
        ?
        [
            new JsonObject { ["$ref"] = "#/components/parameters/IdempotencyKey" },
            new JsonObject { ["$ref"] = "#/components/parameters/IfMatch" },
        ]
        : [];

    private JsonObject Parameter(string place, string name, string about, Type type, bool isRequired)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["required"] = isRequired, ["schema"] = SchemaOfParameter(type) };

        if (about.Length > 0)
        {
            parameter["description"] = about;
        }

        if (type.IsArray)
        {
            parameter["style"] = "form";
            parameter["explode"] = false;
        }

        return parameter;
    }

    /// <summary>Written plainly: numbers also come as text in bodies, but not in addresses.</summary>
    private JsonNode SchemaOfParameter(Type type) =>
        type == typeof(long) ? new JsonObject { ["type"] = "integer", ["format"] = "int64" }
        : type == typeof(bool) ? new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray(0, 1) }
        : type == typeof(long[]) ? new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer", ["format"] = "int64" } }
        : type == typeof(DateTimeOffset) ? new JsonObject { ["type"] = "string", ["example"] = "2026-03-02 16:00:00" }
        : schemas.Of(type);

    private JsonObject? Body()
    {
        if (Metadata<ApiFormShape>() is { } form)
        {
            var members = new JsonObject();

            foreach (var member in form.Members)
            {
                members[member] = member is "file" ? new JsonObject { ["type"] = "string", ["contentMediaType"] = "application/octet-stream" } : new JsonObject { ["type"] = "string" };
            }

            return Content("multipart/form-data", new JsonObject { ["schema"] = new JsonObject { ["type"] = "object", ["properties"] = members } });
        }

        if (Metadata<ApiBodyShape>() is not { } body)
        {
            return null;
        }

        var schema = schemas.Of(body.Type);

        return Content("application/json", new JsonObject { ["schema"] = schema, ["example"] = ApiExamples.Of(schemas, schema) });
    }

    private JsonObject Answer()
    {
        if (Metadata<ApiAnswerShape>() is not { } answer)
        {
            return new JsonObject { ["description"] = "See the summary." };
        }

        var data = schemas.Of(answer.Type);
        var example = Metadata<ApiExample>() is { } shown ? JsonNode.Parse(shown.Json) : ApiExamples.Of(schemas, data);
        var content = Content("application/json", new JsonObject
        {
            ["schema"] = new JsonObject { ["oneOf"] = new JsonArray(Success(data), new JsonObject { ["$ref"] = "#/components/schemas/Refusal" }) },
            ["examples"] = new JsonObject
            {
                ["done"] = new JsonObject { ["value"] = new JsonObject { ["code"] = 0, ["data"] = example, ["msg"] = string.Empty } },
                ["refused"] = new JsonObject { ["$ref"] = "#/components/examples/Refused" },
            },
        });
        content["description"] = "The envelope; refusals too, unless the setting Api:RealStatusCodes is on.";

        return content;
    }

    private static JsonObject Success(JsonNode data) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["code"] = new JsonObject { ["const"] = 0 }, ["data"] = data, ["msg"] = new JsonObject { ["type"] = "string" } },
        ["required"] = new JsonArray("code", "data", "msg"),
    };

    private static JsonObject Content(string type, JsonObject media) => new() { ["content"] = new JsonObject { [type] = media } };
}
