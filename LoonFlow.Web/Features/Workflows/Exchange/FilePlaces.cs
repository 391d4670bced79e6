using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>Says paths of a workflow file in the words of its designer: <c>$.states[2].participants</c> is the state "Second line".</summary>
internal sealed partial class FilePlaces(string text)
{
    // Read as the file is read whose paths are asked for: as deep, and without what is left out.
    private readonly JsonObject? _workflow = WorkflowFile.Open(text, out _);

    /// <summary>The name of the state, transition or field that a path leads into; the path itself where it leads elsewhere.</summary>
    public string Named(string path)
    {
        if (Element().Match(path) is not { Success: true } match || _workflow?[match.Groups["list"].Value] is not JsonArray list)
        {
            return path;
        }

        var at = int.Parse(match.Groups["at"].ValueSpan, CultureInfo.InvariantCulture);

        return at < list.Count && NameOf(list[at]) is { IsEmpty: false } name ? name.ForReader() : path;
    }

    private static Caption? NameOf(JsonNode? element) => element?["name"] switch
    {
        JsonValue plain when plain.GetValueKind() is JsonValueKind.String => plain.GetValue<string>(),
        JsonObject both => new Caption($"{both["text"]}", both["english"]?.ToString()),
        _ => null,
    };

    [GeneratedRegex(@"^\$\.(?<list>states|transitions|fields)\[(?<at>\d{1,6})\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Element();
}
