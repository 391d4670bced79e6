using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>
/// A workflow as one JSON file, described in docs/workflow-file.md. The same workflow is always the same text, wherever it
/// is: parts are numbered in their order, and everything of an installation is named.
/// </summary>
internal static class WorkflowFile
{
    public const string Format = "loonflow-workflow";
    public const int Schema = 1;

    /// <summary>Bytes. Ten times the largest workflow seen; beyond it somebody took the wrong file.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Strict = StrictOptions();
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, MaxDepth = Strict.MaxDepth, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Write(WorkflowDocument document, ReferenceNames names)
    {
        var count = DocumentIds.CountOf(document);
        var numbered = DocumentIds.Renewed(document, [.. Enumerable.Range(1, count).Select(number => (long)number)]);
        var workflow = (JsonObject)JsonSerializer.SerializeToNode(Sorted(numbered), Strict)!;

        foreach (var reference in FileReferences.In(workflow).Where(reference => reference.Id is not null && IsNamed(reference)))
        {
            reference.Put(JsonValue.Create(names.NameOf(reference.Kind, reference.Id!.Value)));
        }

        return new JsonObject { ["format"] = Format, ["schema"] = Schema, ["workflow"] = workflow }.ToJsonString(Indented) + "\n";
    }

    /// <summary>The workflow in a file, names unresolved; or what is wrong with the file as a whole.</summary>
    public static JsonObject? Open(string text, out ExchangeProblem? problem)
    {
        problem = null;
        JsonNode? node;

        try
        {
            node = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = Strict.MaxDepth });
            Walk(node);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            // An argument is what a name that comes twice in one object is called.
            problem = new ExchangeProblem("NotJson", broken is JsonException { LineNumber: { } line } ? $"{line + 1}" : string.Empty);
            return null;
        }

        if (node is not JsonObject file || Text(file["format"]) != Format || file["workflow"] is not JsonObject workflow)
        {
            problem = new ExchangeProblem("NotAWorkflow");
            return null;
        }

        if (file["schema"] is not JsonValue number || !number.TryGetValue<int>(out var schema) || schema is < 1 or > Schema)
        {
            problem = new ExchangeProblem("NewerSchema", "$.schema", file["schema"]?.ToJsonString() ?? string.Empty);
            return null;
        }

        file.Remove("workflow");

        return workflow;
    }

    /// <summary>The document, once every name was replaced by an id.</summary>
    public static WorkflowDocument? Read(JsonObject workflow, out ExchangeProblem? problem)
    {
        problem = null;

        try
        {
            return workflow.Deserialize<WorkflowDocument>(Strict);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException or NotSupportedException or ArgumentException)
        {
            // What the file's author wrote cannot be what is meant; the path says where.
            problem = new ExchangeProblem("Malformed", (broken as JsonException)?.Path ?? string.Empty, Brief(broken.Message));
            return null;
        }
    }

    /// <summary>Names come as text already; scripts and secrets always do.</summary>
    private static bool IsNamed(FileReference reference) => reference.Kind is not (ReferenceKind.Script or ReferenceKind.Secret)
        && !(reference.Kind is ReferenceKind.Person && reference.Value.GetValueKind() is JsonValueKind.String);

    /// <summary>Maps have no order of their own.</summary>
    private static WorkflowDocument Sorted(WorkflowDocument document) => document with
    {
        States = [.. document.States.Select(state => state with { Access = state.Access.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal) })],
    };

    /// <summary>Touches every node, so that names that come twice are found here and not later.</summary>
    private static void Walk(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            // "Nothing" is said by leaving something out.
            for (var at = list.Count - 1; at >= 0; at--)
            {
                if (list[at] is null)
                {
                    list.RemoveAt(at);
                }
                else
                {
                    Walk(list[at]);
                }
            }
        }
        else if (node is JsonObject thing)
        {
            foreach (var (name, value) in thing.ToArray())
            {
                if (value is null)
                {
                    thing.Remove(name);
                }
                else
                {
                    Walk(value);
                }
            }
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Brief(string message) => message.Split(" Path:", 2)[0] is { Length: > 200 } longer ? longer[..200] : message.Split(" Path:", 2)[0];

    private static JsonSerializerOptions StrictOptions()
    {
        var options = new JsonSerializerOptions(DomainJson.Options)
        {
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        options.Converters.Remove(options.Converters.OfType<JsonStringEnumConverter>().Single());
        options.Converters.Insert(0, new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));

        return options;
    }
}
