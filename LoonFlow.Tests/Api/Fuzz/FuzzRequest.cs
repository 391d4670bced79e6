using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Api;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Tests.Api.Fuzz;

/// <summary>One request made at random from the document of the API, rightly signed; the same number makes the same one.</summary>
internal sealed class FuzzRequest
{
    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE"];
    private static readonly string[] ContentTypes = ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data", "application/json; charset=utf-16", "nonsense"];
    private static readonly string?[] People = [null, "loonrobot", "nobody", "", "林", "%E6%9E%97", "lin%0d%0aX-Bad: 1", "%ff%fe", "lin\u00ff"];
    private static readonly string[] Known = ["lin", "wu", "sun", "anqi", "anqi"];
    private static readonly string[] Keys = ["once", "twice", "a b", "", "\u00ff", new('k', 101), "once,twice"];
    private static readonly string[] Matches = ["1", "\"1\"", "W/\"2\"", "*", "abc", "99999999999999999999", "-1", "\"", "1,2"];

    private readonly FuzzWords _words;
    private readonly Random _random;

    private FuzzRequest(Random random, FuzzPool pool) => (_random, _words) = (random, new FuzzWords(random, pool));

    public string Method { get; private set; } = string.Empty;

    public string Address { get; private set; } = string.Empty;

    public byte[]? Body { get; private set; }

    /// <summary>Whether the path leads up, perhaps out of the API: what is there answers in its own way.</summary>
    public bool LeadsElsewhere => Address.Contains("..", StringComparison.Ordinal) || Address.Contains("%2e", StringComparison.OrdinalIgnoreCase);

    /// <summary>The operation that it means to be; null where it means none.</summary>
    public JsonNode? Operation { get; private set; }

    private List<(string Name, string Value)> Headers { get; } = [];

    public static FuzzRequest Number(int number, JsonObject document, FuzzPool pool)
    {
        // Repeatable by its number: nothing here is a secret.
        var request = new FuzzRequest(new Random(number), pool);
        request.Make(document);

        return request;
    }

    public HttpRequestMessage Signed(string secret)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Address);
        var content = Body;

        if (content is not null)
        {
            message.Content = new ByteArrayContent(content);

            foreach (var (name, value) in Headers.Where(header => header.Name == "Content-Type"))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        foreach (var (name, value) in Headers.Where(header => header.Name != "Content-Type"))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.TryAddWithoutValidation("appname", ApiServer.App);
        Sign(message, secret, content ?? []);

        return message;
    }

    public override string ToString() =>
        $"{Method} {Address}\n{string.Join('\n', Headers.Select(header => $"{header.Name}: {header.Value}"))}\n{(Body is null ? string.Empty : Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, 2_000)))}";

    private void Make(JsonObject document)
    {
        var (path, methods) = _words.One(document["paths"]!.AsObject().ToArray());
        var (method, operation) = _words.One(methods!.AsObject().ToArray());
        var isStray = _words.Once(25);
        Method = isStray ? _words.One(Methods) : method.ToUpperInvariant();
        Operation = isStray ? null : operation;

        var resolve = (JsonNode? schema) => schema is JsonObject one && one["$ref"]?.GetValue<string>() is { } pointer
            ? pointer[2..].Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part])
            : schema;
        Address = PathOf(path, operation!) + QueryOf(operation!, resolve);
        Body = Method is "TRACE" || (Method is "GET" or "HEAD" && !_words.Once(10)) ? null : BodyOf(operation!["requestBody"]?["content"]?.AsObject().First().Value?["schema"], resolve);
        AddHeaders();
    }

    private string PathOf(string path, JsonNode operation)
    {
        if (_words.Once(40))
        {
            return path + _words.One(["/", "//", "/nothing", "/../../..", "?", "/%", ";a=b"]);
        }

        // What everything else stands on is not removed at random.
        var isRemoval = Method == "DELETE" || path.Contains("reset_password", StringComparison.Ordinal);

        foreach (var parameter in operation["parameters"]!.AsArray().Where(one => one!["in"]?.GetValue<string>() == "path"))
        {
            var name = parameter!["name"]!.GetValue<string>();
            path = path.Replace($"{{{name}}}", _words.Id(path, name, isRemoval && !path.Contains("/tickets", StringComparison.Ordinal)), StringComparison.Ordinal);
        }

        return _words.Once(20) ? path + "/" : path;
    }

    private string QueryOf(JsonNode operation, Func<JsonNode?, JsonNode?> resolve)
    {
        var parts = operation["parameters"]!.AsArray()
            .Select(parameter => resolve(parameter)!.AsObject())
            .Where(parameter => parameter["in"]!.GetValue<string>() == "query" && _words.Once(2))
            .Select(parameter => $"{parameter["name"]}={(parameter["name"]!.GetValue<string>() == "wait" ? "0" : _words.Parameter(parameter))}")
            .ToList();

        if (_words.Once(10))
        {
            parts.Add(_words.One(["page=1&page=2", "=", "&&&", "a[]=1", "page", "per_page=-5", "page=99999999", "per_page=100000", "title=%00", "%ff=%ff"]));
        }

        return parts is [] ? string.Empty : "?" + string.Join('&', parts);
    }

    private byte[]? BodyOf(JsonNode? schema, Func<JsonNode?, JsonNode?> resolve) => _random.Next(20) switch
    {
        0 => null,
        1 => [],
        2 => Encoding.UTF8.GetBytes($"{{\"note\":\"{FuzzWords.Mark}\","),
        3 => [.. "{\"suggestion\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8],
        4 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 2_000)) + "1" + new string('}', 2_000)),
        5 => Encoding.UTF8.GetBytes(_words.One(["[]", "\"text\"", "5", "null", "true", "[{}]", "{}{}", "\uFEFF{}", "// comment\n{}", "{'a':1}", "{\"a\":1,}"])),
        6 => Encoding.UTF8.GetBytes($"{{\"{new string('k', 70_000)}\":\"{new string('v', 70_000)}\"}}"),
        7 => Encoding.Unicode.GetBytes("{\"suggestion\":\"wide\"}"),
        _ => Encoding.UTF8.GetBytes(_words.Json(schema ?? new JsonObject { ["type"] = "object" }, resolve)),
    };

    private void AddHeaders()
    {
        if ((_words.Once(8) ? _words.One(People) : _words.One(Known)) is { } person)
        {
            Headers.Add(("username", person));
        }

        if (_words.Once(4))
        {
            Headers.Add(("Idempotency-Key", _words.Once(3) ? _words.One(Keys) : $"key-{_random.Next()}"));
        }

        if (_words.Once(8))
        {
            Headers.Add(("If-Match", _words.One(Matches)));
        }

        if (_words.Once(2))
        {
            Headers.Add(("Content-Type", _words.One(ContentTypes)));
        }

        if (_words.Once(12))
        {
            Headers.Add(_words.One<(string, string)>([("Accept", "text/html"), ("Accept-Language", "zz-ZZ"), ("X-HTTP-Method-Override", "DELETE"), ("Cookie", "loonflow=garbage"), ("Range", "bytes=5-1"), ("Expect", "nonsense")]));
        }
    }

    private void Sign(HttpRequestMessage message, string secret, byte[] content)
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        if (_words.Once(2))
        {
            message.Headers.Add("timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
            message.Headers.Add("signature", HookSignature.Md5(secret, timestamp));

            return;
        }

        var nonce = Guid.NewGuid().ToString();
        var user = Headers.FirstOrDefault(header => header.Name == "username").Value ?? string.Empty;
        message.Headers.Add(HookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        message.Headers.Add(HookSignature.NonceHeader, nonce);
        message.Headers.Add(HookSignature.SignatureHeader, RequestSignature.Of(secret, Method, Address, timestamp, nonce, user, content));
    }
}
