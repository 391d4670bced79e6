using System.Text;
using System.Text.Json.Nodes;

namespace LoonFlow.Tests.Api.Fuzz;

/// <summary>Values that programs get wrong, and a few that they get right.</summary>
internal sealed class FuzzWords(Random random, FuzzPool pool)
{
    /// <summary>Stands in every body; must never be found in a log.</summary>
    public const string Mark = "zebra-7431";

    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "1", "1.5", "true", "null", "[]", "{}", "abc", "'; drop table ticket; --", "<script>alert(1)</script>", "{{constructor}}", "%s%n", "../../etc/passwd",
        "99999999999999999999999999", "9223372036854775807", "-9223372036854775808", "1e400", "NaN", "2026-13-45", "2026-03-02 16:00:00", "2026-03-02", "0001-01-01 00:00:00", "9999-12-31 23:59:59",
        "请假", "𝒳𝒴", "\u202Eabc", "a\0b", "\uFEFF", "line\r\nSet-Cookie: a=b", "1,2,3", ",,,", "1,a", "(((((((((", "{days} > ", "lin", "wu", "loonrobot", "anqi,lin", "\u0301", "ﷺ",
    ];

    private static readonly string[] Numbers =
        ["0", "1", "-1", "2", "3", "30", "60", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "-0", "1.5", "1e3", "1e400", "-1e-400", "123456789012345678901234567890"];

    public bool Once(int inHowMany) => random.Next(inHowMany) == 0;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>A part of a path: mostly an id of something that is there.</summary>
    public string Id(string path, string parameter, bool isRemoval) => random.Next(10) switch
    {
        < 7 when !isRemoval => pool.IdFor(path, parameter, random),
        7 => One(["%00", "%ff%fe", "..", "%2e%2e", "a%2fb", "%0d%0aX-Bad:%201", "1;drop", "%EF%BC%91", "%E4%BD", "*", "-", "~"]),
        8 => One(["0", "-1", "99999999999999999999", "9223372036854775807", "2147483648", "abc", "1.0", "0x10", "%20", "+1"]),
        _ => random.Next(1, 2_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>A value of an address's parameter, as it is written there.</summary>
    public string Parameter(JsonObject parameter)
    {
        if (Once(60))
        {
            return string.Join(',', Enumerable.Range(1, 10_000));
        }

        var name = parameter["name"]!.GetValue<string>();
        var text = (parameter["schema"]?["type"] as JsonValue)?.GetValue<string>() switch
        {
            _ when Once(3) => Text(),
            "integer" => One(Numbers),
            "array" => string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => pool.IdFor(name, name, random))),
            _ => name is "category" ? One(["all", "owner", "duty", "relation", "worked", "view", "intervene", "none"]) : Text(),
        };

        return Once(30) ? One(["%ff", "%", "%zz", "%00", "%ed%a0%80"]) : Uri.EscapeDataString(text.EnumerateRunes().Aggregate(new StringBuilder(), (sum, rune) => sum.Append(rune.ToString())).ToString());
    }

    public string Text() => Once(100) ? new string('长', random.Next(1, 60_000)) : Once(15) ? string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0xD7FF))) : One(Texts);

    /// <summary>JSON that suits a schema more or less, as text: what comes out need not be readable.</summary>
    public string Json(JsonNode? schema, Func<JsonNode?, JsonNode?> resolve, string name = "", int depth = 0)
    {
        if (Once(25))
        {
            return Anything(depth);
        }

        return resolve(schema) is not JsonObject one || depth > 4 ? Anything(depth)
            : one["anyOf"] is JsonArray choices ? Json(One<JsonNode?>([.. choices]), resolve, name, depth + 1)
            : one["enum"] is JsonArray words ? One<JsonNode?>([.. words])?.ToJsonString() ?? "null"
            : TypeOf(one) switch
            {
                "object" => Members(one, resolve, depth),
                "array" => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Json(one["items"], resolve, name, depth + 1)))}]",
                "integer" or "number" => name.EndsWith("_id", StringComparison.Ordinal) && !Once(4) ? pool.IdFor(name, name, random) : One(Numbers),
                "boolean" => One(["true", "false", "0", "1", "\"1\"", "2"]),
                "string" => Quoted(name.Contains("username", StringComparison.Ordinal) && !Once(3) ? One(["lin", "wu", "sun", "gao"]) : name is "title" && !Once(3) ? "Fuzz" : Text()),
                _ => Anything(depth),
            };
    }

    private static string? TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several[0]?.GetValue<string>(),
        JsonValue one => one.GetValue<string>(),
        _ => null,
    };

    private string Members(JsonObject schema, Func<JsonNode?, JsonNode?> resolve, int depth)
    {
        var members = (schema["properties"] as JsonObject ?? [])
            .Where(_ => !Once(8))
            .Select(member => $"{Quoted(member.Key)}:{Json(member.Value, resolve, member.Key, depth + 1)}")
            .ToList();

        if (depth == 0)
        {
            members.Add($"\"note\":\"{Mark}\"");

            // The fields of workflows stand beside the other members.
            members.AddRange(pool.Fields.Where(_ => Once(2)).Select(field => $"{Quoted(field)}:{(Once(2) ? "\"1\"" : Anything(depth))}"));
        }

        return $"{{{string.Join(',', members)}}}";
    }

    private string Anything(int depth) => random.Next(12) switch
    {
        0 => "null",
        1 => One(Numbers),
        2 => "true",
        3 => "[]",
        4 => "{}",
        5 => "\"\\ud800\"",
        6 => "\"\\u0000a\"",
        7 => $"[{string.Join(',', Enumerable.Range(1, Once(20) ? 10_000 : 3))}]",
        8 when depth < 3 => $"{{\"a\":{Anything(depth + 1)},\"a\":{Anything(depth + 1)},\"\":1}}",
        9 when depth < 3 => $"[{Anything(depth + 1)},{Anything(depth + 1)}]",
        10 => "{\"date\":\"2026-03-09\"}",
        _ => Quoted(Text()),
    };

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}

/// <summary>Ids and keys that are there, for requests that get further than the first check.</summary>
internal sealed record FuzzPool(
    IReadOnlyList<long> Tickets, IReadOnlyList<long> Workflows, IReadOnlyList<long> States, IReadOnlyList<long> Transitions, IReadOnlyList<long> People, IReadOnlyList<string> Fields)
{
    public string IdFor(string path, string parameter, Random random)
    {
        var ids = parameter switch
        {
            _ when parameter.Contains("transition", StringComparison.Ordinal) => Transitions,
            _ when parameter.Contains("state", StringComparison.Ordinal) => States,
            _ when parameter.Contains("workflow", StringComparison.Ordinal) => Workflows,
            _ when parameter.Contains("ticket", StringComparison.Ordinal) => Tickets,
            _ when path.Contains("/tickets", StringComparison.Ordinal) => Tickets,
            _ when path.Contains("/workflows", StringComparison.Ordinal) => Workflows,
            _ => People,
        };

        return ids[random.Next(ids.Count)].ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
