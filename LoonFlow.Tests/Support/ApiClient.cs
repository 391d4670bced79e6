using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Tests.Support;

/// <summary>Another system that calls the API, by default as loonflow's callers do: signed with MD5, JSON without a content type.</summary>
public sealed class ApiClient
{
    public const string Root = "/api/v1.0";

    private readonly HttpClient _client;
    private readonly Action<HttpRequestMessage> _prove;

    public ApiClient(TestSite site, string application, string secret, string? userName)
        : this(site, request => Sign(request, site, application, secret, userName))
    {
    }

    /// <param name="site">The server.</param>
    /// <param name="prove">Says in the request who calls.</param>
    public ApiClient(TestSite site, Action<HttpRequestMessage> prove) => (_client, _prove) = (site.CreateClient(), prove);

    public Task<ApiReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ApiReply> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body ?? new { }, headers);

    public Task<ApiReply> PatchAsync(string path, object? body = null, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Patch, path, body ?? new { }, headers);

    public Task<ApiReply> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body ?? new { });

    public Task<ApiReply> DeleteAsync(string path, object? body = null) => SendAsync(HttpMethod.Delete, path, body);

    /// <summary>Sends; a text goes as it is, anything else as JSON.</summary>
    public async Task<ApiReply> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Root + path);
        _prove(request);

        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new ByteArrayContent(Encoding.UTF8.GetBytes(text)),
            _ => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)),
        };

        using var response = await _client.SendAsync(request);

        return new ApiReply(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.Tag);
    }

    private static void Sign(HttpRequestMessage request, TestSite site, string application, string secret, string? userName)
    {
        var timestamp = site.Clock.GetUtcNow().ToUnixTimeSeconds();
        request.Headers.Add("appname", application);
        request.Headers.Add("timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("signature", HookSignature.Md5(secret, timestamp));

        if (userName is not null)
        {
            request.Headers.TryAddWithoutValidation("username", userName);
        }
    }
}

/// <summary>What came back, in loonflow's envelope.</summary>
public sealed record ApiReply(HttpStatusCode Status, string Text, string? ETag)
{
    private readonly JsonElement _envelope = Parse(Text);

    public int Code => _envelope.GetProperty("code").GetInt32();

    public string Message => _envelope.GetProperty("msg").GetString()!;

    public JsonElement Data => _envelope.GetProperty("data");

    /// <summary>The stable code of a refusal; null when there is none.</summary>
    public string? Error => _envelope.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;

    /// <summary>What is wrong with which member.</summary>
    public IReadOnlyDictionary<string, string> Fields => _envelope.GetProperty("error").GetProperty("fields").EnumerateObject()
        .ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!, StringComparer.Ordinal);

    /// <summary>The data of what must have succeeded.</summary>
    public JsonElement Ok()
    {
        Assert.True(Code == 0, Text);

        return Data;
    }

    /// <summary>That it was refused with this code, and nothing but an answer in the envelope came.</summary>
    public ApiReply Refused(string error)
    {
        Assert.True(Code == -1 && Error == error, Text);

        return this;
    }

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);

        return document.RootElement.Clone();
    }
}
