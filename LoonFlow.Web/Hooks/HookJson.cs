using System.Text.Json;

namespace LoonFlow.Web.Hooks;

/// <summary>Reads what other systems send as JSON.</summary>
internal static class HookJson
{
    /// <summary>The object; null when it is none, or holds a text that is none, such as half of a surrogate pair.</summary>
    public static JsonElement? Object(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);

            return document.RootElement.ValueKind is JsonValueKind.Object && IsReadable(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The sender's mistake; the caller says what it means. A text that is none is told by the latter.
            return null;
        }
    }

    private static bool IsReadable(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() is not null,
        JsonValueKind.Array => element.EnumerateArray().All(IsReadable),
        JsonValueKind.Object => element.EnumerateObject().All(pair => pair.Name is not null && IsReadable(pair.Value)),
        _ => true,
    };
}
