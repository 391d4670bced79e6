using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>A workflow that comes with LoonFlow as a file: whoever begins with it says which roles of theirs it means.</summary>
/// <param name="Key">Names it in addresses.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it does.</param>
/// <param name="Icon">A Material symbol's name.</param>
/// <param name="Text">The file.</param>
public sealed record ReadyWorkflow(string Key, Caption Name, Caption Description, string Icon, string Text)
{
    private const string Prefix = "gallery.";

    private static readonly Lazy<IReadOnlyList<ReadyWorkflow>> Loaded = new(() =>
    [
        .. typeof(ReadyWorkflow).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Load(name[Prefix.Length..])),
    ]);

    /// <summary>All of them, by key.</summary>
    public static IReadOnlyList<ReadyWorkflow> All => Loaded.Value;

    private static ReadyWorkflow Load(string key)
    {
        using var stream = typeof(ReadyWorkflow).Assembly.GetManifestResourceStream(Prefix + key)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        var workflow = WorkflowFile.Open(text, out _)!;

        return new ReadyWorkflow(key, CaptionOf(workflow["name"]), CaptionOf(workflow["description"]), workflow["icon"]!.GetValue<string>(), text);
    }

    private static Caption CaptionOf(JsonNode? node) => node.Deserialize<Caption>(DomainJson.Options)!;
}
