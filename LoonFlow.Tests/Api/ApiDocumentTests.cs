using System.Net;
using System.Text.Json.Nodes;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Api;
using Microsoft.AspNetCore.Routing;

namespace LoonFlow.Tests.Api;

/// <summary>The OpenAPI document, made from the endpoints: complete, whole, and only for those who may call.</summary>
public sealed class ApiDocumentTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string Address = "/api/openapi.json";

    [Fact]
    public async Task Every_endpoint_is_described()
    {
        var document = await ReadAsync();

        var there = Endpoints().SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods).Count();
        var described = Operations(document).ToArray();

        Assert.Equal(there, described.Length);
        Assert.All(described, one => Assert.False(string.IsNullOrWhiteSpace(one.Operation["summary"]!.GetValue<string>()), one.Name));
        Assert.All(described, one => Assert.NotEmpty(one.Operation["tags"]!.AsArray()));
        Assert.Equal(described.Length, described.Select(one => one.Operation["operationId"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public async Task Every_answer_has_a_shape_and_an_example()
    {
        var silent = Operations(await ReadAsync())
            .Where(one => one.Operation["responses"]!["200"]!["content"]?["application/json"]?["examples"] is null)
            .Select(one => one.Name);

        // It leads to a page.
        Assert.Equal(["get /api/v1.0/accounts/logout"], silent);
    }

    [Fact]
    public async Task Every_pointer_points_at_something()
    {
        var document = await ReadAsync();

        var broken = Pointers(document).Distinct().Where(pointer => pointer[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]) is null);

        Assert.Empty(broken);
    }

    [Fact]
    public async Task Changes_take_what_makes_them_safe_to_repeat()
    {
        var unsafeOnes = Operations(await ReadAsync())
            .Where(one => !one.Name.StartsWith("get ", StringComparison.Ordinal) && one.Operation["security"] is null)
            .Where(one => !one.Operation["parameters"]!.AsArray().Any(parameter => parameter!["$ref"]?.GetValue<string>() == "#/components/parameters/IdempotencyKey"))
            .Select(one => one.Name);

        Assert.Empty(unsafeOnes);
    }

    [Fact]
    public async Task Whoever_may_call_may_read_it_and_nobody_else()
    {
        using var stranger = site.Site.CreateClient();

        var refused = await stranger.GetAsync(Address);
        var asked = await stranger.GetAsync("/api/docs");

        Assert.Contains("api.caller_missing", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/account/sign-in", asked.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task An_installation_may_open_it_to_everybody()
    {
        await using var open = await TestSite.StartDemoAsync(("Api:DocsForEverybody", "true"));
        using var stranger = open.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(Address)).StatusCode);
        Assert.Contains("js/api-docs", await (await stranger.GetAsync("/api/docs")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private IEnumerable<RouteEndpoint> Endpoints() => site.Get<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ApiMark>() is not null);

    private async Task<JsonObject> ReadAsync()
    {
        using var client = site.Site.CreateClient();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {ApiSite.Token}{site.Oa.Name}");

        return JsonNode.Parse(await client.GetStringAsync(Address))!.AsObject();
    }

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key} {path.Key}", operation.Value!);

    private static IEnumerable<string> Pointers(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => member.Key == "$ref" && member.Value is JsonValue ? [member.Value.GetValue<string>()] : Pointers(member.Value)),
        JsonArray several => several.SelectMany(Pointers),
        _ => [],
    };
}
