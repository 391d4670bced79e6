using System.Text.Encodings.Web;
using System.Text.Json;

namespace LoonFlow.Web.Notifiers;

/// <summary>JSON as webhooks and robots read it.</summary>
internal static class RobotJson
{
    // Robots count bytes, and an escaped Chinese character has six; the text never becomes part of a page.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(object content) => JsonSerializer.Serialize(content, Options);
}
