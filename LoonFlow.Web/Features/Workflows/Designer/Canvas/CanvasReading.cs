using System.Text.Json;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>Reads what a browser or a clipboard gives, which may be anything.</summary>
internal static class CanvasReading
{
    /// <summary>In bytes: a clip of a thousand states fits.</summary>
    public const int LongestEdit = 4 * 1024 * 1024;

    public const string ClipFormat = "loonflow.clip";

    private static readonly JsonSerializerOptions Strict = new(DomainJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 256,
    };

    /// <summary>Null where it is no edit.</summary>
    public static CanvasEdit? Edit(string json)
    {
        try
        {
            // Nullable annotations say nothing about the elements of a list, and nothing of ours writes a null there.
            return JsonNode.Parse(json, documentOptions: new() { MaxDepth = Strict.MaxDepth }) is { } node && !HasEmptyElements(node)
                ? node.Deserialize<CanvasEdit>(Strict)
                : null;
        }
        catch (Exception refused) when (refused is JsonException or NotSupportedException or FormatException or ArgumentException or OverflowException)
        {
            // Malformed, of no kind or another, or a number beyond its type: whatever was pasted there.
            return null;
        }
    }

    public static string Write(CanvasClip clip)
    {
        var node = JsonSerializer.SerializeToNode(clip, DomainJson.Options)!.AsObject();
        node.Insert(0, "format", ClipFormat);

        return node.ToJsonString(new JsonSerializerOptions(DomainJson.Options) { WriteIndented = true });
    }

    private static bool HasEmptyElements(JsonNode node) => node switch
    {
        JsonArray array => array.Any(element => element is null || HasEmptyElements(element)),
        JsonObject @object => @object.Any(pair => pair.Value is not null && HasEmptyElements(pair.Value)),
        _ => false,
    };
}
