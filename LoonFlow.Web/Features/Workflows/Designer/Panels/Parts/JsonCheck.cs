using System.Text.Json;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

/// <summary>Whether free text that callers get is JSON; nothing is fine too.</summary>
internal static class JsonCheck
{
    public static bool IsJson(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(text);

            return true;
        }
        catch (JsonException)
        {
            // The parser has no other way to say no.
            return false;
        }
    }
}
