using System.Text.Json.Nodes;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Api.Docs;

/// <summary>The OpenAPI document: made from the endpoints themselves when somebody first asks, the same ever after.</summary>
internal sealed class ApiDocument(EndpointDataSource endpoints)
{
    private readonly Lazy<string> _text = new(() => Write(endpoints).ToJsonString(ApiAnswer.Json));

    public string Text => _text.Value;

    private static JsonObject Write(EndpointDataSource endpoints)
    {
        var schemas = new ApiSchemas();
        var paths = new JsonObject();
        var names = new HashSet<string>(StringComparer.Ordinal);

        foreach (var operation in OperationsOf(endpoints, schemas).OrderBy(one => one.Path, StringComparer.Ordinal))
        {
            if (paths[operation.Path] is not JsonObject path)
            {
                paths[operation.Path] = path = [];
            }

            // One method may answer two verbs.
            path[operation.Method] = operation.Describe(names.Add(operation.Name) ? operation.Name : $"{operation.Name}_{operation.Method}");
        }

        var fault = schemas.Of(typeof(ApiFault));

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "LoonFlow", ["version"] = "1.0", ["description"] = About },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["security"] = new JsonArray(
                new JsonObject { ["appname"] = new JsonArray(), ["timestamp"] = new JsonArray(), ["signature"] = new JsonArray(), ["username"] = new JsonArray() },
                new JsonObject { ["appname"] = new JsonArray(), ["hmac_timestamp"] = new JsonArray(), ["hmac_nonce"] = new JsonArray(), ["hmac_signature"] = new JsonArray(), ["username"] = new JsonArray() },
                new JsonObject { ["bearer"] = new JsonArray() },
                new JsonObject { ["session"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. Tags.Select(tag => new JsonObject { ["name"] = tag })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = WithRefusal(schemas.Components, fault),
                ["parameters"] = Parameters(),
                ["examples"] = new JsonObject { ["Refused"] = new JsonObject { ["value"] = Refused() } },
                ["securitySchemes"] = SecuritySchemes(),
            },
        };
    }

    /// <summary>In the order in which somebody who begins needs them.</summary>
    private static readonly string[] Tags = ["Tickets", "Events", "Workflows", "Notices", "Scripts", "People", "Roles", "Departments", "Names", "Applications", "Sign-in"];

    private const string About =
        """
        The HTTP API of loonflow 0.3 with all its paths and names, and what LoonFlow adds to it. Every answer is an envelope:
        `code` is 0 and `data` what was asked for, or `code` is -1, `msg` says why for people and `error` for programs:
        `error.code` is stable, `error.fields` names what is wrong with which member. Bodies are JSON objects, whatever their
        content type says. Times are `YYYY-MM-DD HH:MM:SS` in the installation's zone. A slash at the end of a path is taken too.
        """;

    private static IEnumerable<ApiOperation> OperationsOf(EndpointDataSource endpoints, ApiSchemas schemas) =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<ApiMark>() is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
        select new ApiOperation(endpoint, method, schemas);

    private static JsonObject WithRefusal(JsonObject components, JsonNode fault)
    {
        components["Refusal"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["code"] = new JsonObject { ["const"] = -1 },
                ["data"] = new JsonObject(),
                ["msg"] = new JsonObject { ["type"] = "string" },
                ["error"] = fault,
            },
            ["required"] = new JsonArray("code", "data", "msg", "error"),
        };

        return components;
    }

    private static JsonObject Refused() => new()
    {
        ["code"] = -1,
        ["data"] = string.Empty,
        ["msg"] = ApiRefusals.MembersWrong.Message,
        ["error"] = new JsonObject { ["code"] = ApiRefusals.MembersWrong.Code, ["fields"] = new JsonObject { ["transition_id"] = ApiProblems.Missing("transition_id").Message } },
    };

    private static JsonObject Parameters() => new()
    {
        ["IdempotencyKey"] = Header("Idempotency-Key", "1 to 100 visible characters, new for every change: the same request sent again with it changes nothing and is answered as the first one was."),
        ["IfMatch"] = Header("If-Match", "The revision that was decided on; whoever decides on an older one is refused. The member “revision” says the same."),
    };

    private static JsonObject SecuritySchemes() => new()
    {
        ["appname"] = Key("appname", "The application's name."),
        ["username"] = Key("username", "For whom it acts. Without it an application reads what its workflows hold and changes nothing."),
        ["timestamp"] = Key("timestamp", "Seconds since 1970, at most 120 away from the server's."),
        ["signature"] = Key("signature", "loonflow's own: MD5 of the timestamp followed at once by the secret, in small hexadecimal letters."),
        ["hmac_timestamp"] = Key(HookSignature.TimestampHeader, "Seconds since 1970, at most 120 away from the server's."),
        ["hmac_nonce"] = Key(HookSignature.NonceHeader, "1 to 100 characters that were never used before."),
        ["hmac_signature"] = Key(
            HookSignature.SignatureHeader,
            "“sha256=” and HMAC-SHA256 with the secret, in small hexadecimal letters, over seven lines: method, path, query with its question mark, SHA-256 of the body in the same letters, timestamp, nonce, username."),
        ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "An application's token, with the header username; or a person's own." },
        ["session"] = new JsonObject { ["type"] = "apiKey", ["in"] = "cookie", ["name"] = "loonflow", ["description"] = "A signed-in browser; changes bear the antiforgery token in the header RequestVerificationToken." },
    };

    private static JsonObject Key(string name, string about) => new() { ["type"] = "apiKey", ["in"] = "header", ["name"] = name, ["description"] = about };

    private static JsonObject Header(string name, string about) => new() { ["name"] = name, ["in"] = "header", ["description"] = about, ["schema"] = new JsonObject { ["type"] = "string" } };
}
