using System.Text.Json.Nodes;
using LoonFlow.Domain.Conditions;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>
/// Finds every place in a workflow that names something of the installation. One walk serves writing and reading a file,
/// so that neither knows a place that the other does not.
/// </summary>
internal static class FileReferences
{
    /// <summary>Keys of fields and what tickets held: nothing below them is ours to read.</summary>
    private static readonly HashSet<string> Closed = new(StringComparer.Ordinal) { "access", "values" };

    public static IReadOnlyList<FileReference> In(JsonObject workflow)
    {
        var found = new List<FileReference>();
        Member(found, workflow, "calendar", ReferenceKind.Calendar);

        if (workflow["limits"] is JsonObject limits)
        {
            List(found, limits["people"], ReferenceKind.Person);
            List(found, limits["departments"], ReferenceKind.Department);
            List(found, limits["roles"], ReferenceKind.Role);
        }

        List(found, (workflow["notices"] as JsonObject)?["channels"], ReferenceKind.Channel);
        Walk(found, workflow);

        return found;
    }

    private static void Walk(List<FileReference> found, JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Walk(found, item);
            }
        }
        else if (node is JsonObject thing)
        {
            Look(found, thing);

            foreach (var (name, value) in thing)
            {
                if (!Closed.Contains(name))
                {
                    Walk(found, value);
                }
            }
        }
    }

    private static void Look(List<FileReference> found, JsonObject thing)
    {
        Member(found, thing, "secretName", ReferenceKind.Secret);

        if (thing["children"] is JsonObject children)
        {
            Member(found, children, "workflow", ReferenceKind.Workflow);
        }

        switch (KindOf(thing))
        {
            case "people":
                List(found, thing["users"], ReferenceKind.Person);
                List(found, thing["ids"], ReferenceKind.Person);
                break;
            case "departments" or "departmentLeaders":
                List(found, thing["ids"], ReferenceKind.Department);
                break;
            case "roles":
                List(found, thing["ids"], ReferenceKind.Role);
                break;
            case "script":
                Member(found, thing, "name", ReferenceKind.Script);
                break;
            case "submit" or "take" when thing["by"] is not null:
                Member(found, thing, "by", ReferenceKind.Person);
                break;
            case "compare":
                Literals(found, thing["left"], [thing["right"]]);
                Literals(found, thing["right"], [thing["left"]]);
                break;
            case "in":
                Literals(found, thing["value"], thing["listed"] as JsonArray ?? []);
                break;
            case "contains":
                Literals(found, thing["whole"], [thing["part"]]);
                break;
        }
    }

    /// <summary>Departments and roles that a condition asks the creator for.</summary>
    private static void Literals(List<FileReference> found, JsonNode? asked, IEnumerable<JsonNode?> others)
    {
        var kind = (asked as JsonObject)?["key"] is JsonValue key && key.TryGetValue<string>(out var fact)
            ? fact switch { CreatorFacts.Department => ReferenceKind.Department, CreatorFacts.Role => ReferenceKind.Role, _ => (ReferenceKind?)null }
            : null;

        if (kind is { } known)
        {
            foreach (var literal in others.OfType<JsonObject>().Where(other => KindOf(other) == "literal" && other["value"] is JsonValue))
            {
                // A comparison needs something to compare with: no department or role has this id.
                found.Add(new FileReference(known, literal["value"]!, literal["value"]!.GetPath(), value => literal["value"] = value ?? 0));
            }
        }
    }

    private static void Member(List<FileReference> found, JsonObject thing, string name, ReferenceKind kind)
    {
        if (thing[name] is JsonValue value)
        {
            found.Add(new FileReference(kind, value, value.GetPath(), put =>
            {
                if (put is null)
                {
                    thing.Remove(name);
                }
                else
                {
                    thing[name] = put;
                }
            }));
        }
    }

    private static void List(List<FileReference> found, JsonNode? node, ReferenceKind kind)
    {
        foreach (var item in (node as JsonArray ?? []).OfType<JsonValue>())
        {
            found.Add(new FileReference(kind, item, item.GetPath(), put =>
            {
                var list = (JsonArray)node!;
                var at = list.IndexOf(item);

                if (put is null)
                {
                    list.RemoveAt(at);
                }
                else
                {
                    list[at] = put;
                }
            }));
        }
    }

    private static string? KindOf(JsonObject thing) => thing["kind"] is JsonValue kind && kind.TryGetValue<string>(out var word) ? word : null;
}
