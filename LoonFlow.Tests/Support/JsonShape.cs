using System.Text.Json;

namespace LoonFlow.Tests.Support;

/// <summary>What part C of the specification says of an answer: names, and a letter for the kind of each (n number, s text, b truth, o object, a array, ? anything).</summary>
public static class JsonShape
{
    /// <summary>That an object has these members of these kinds; more are allowed.</summary>
    public static void Has(JsonElement element, string members)
    {
        Assert.Equal(JsonValueKind.Object, element.ValueKind);

        Assert.All(members.Split(' ', StringSplitOptions.RemoveEmptyEntries), member =>
        {
            var (name, kind) = (member.Split(':')[0], member.Split(':')[1]);
            Assert.True(element.TryGetProperty(name, out var value), $"{name} is missing in {element.GetRawText()}");
            Assert.True(IsOf(kind, value.ValueKind), $"{name} is {value.ValueKind} in {element.GetRawText()}");
        });
    }

    /// <summary>That it is a page of a list, whose rows have these members.</summary>
    public static IReadOnlyList<JsonElement> HasList(JsonElement element, string members)
    {
        Has(element, "value:a total:n page:n per_page:n");
        JsonElement[] rows = [.. element.GetProperty("value").EnumerateArray()];
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Has(row, members));

        return rows;
    }

    private static bool IsOf(string kind, JsonValueKind value) => kind switch
    {
        "n" => value is JsonValueKind.Number,
        "s" => value is JsonValueKind.String,
        "b" => value is JsonValueKind.True or JsonValueKind.False,
        "o" => value is JsonValueKind.Object,
        "a" => value is JsonValueKind.Array,
        _ => true,
    };
}
