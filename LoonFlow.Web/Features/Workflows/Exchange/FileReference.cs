using System.Text.Json.Nodes;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>What of an installation a workflow may name.</summary>
public enum ReferenceKind
{
    Person,
    Department,
    Role,
    Calendar,
    Workflow,
    Channel,
    Script,
    Secret,
}

/// <summary>One place in a workflow where something of the installation is named.</summary>
/// <param name="Kind">What.</param>
/// <param name="Value">Its id in the database's words, its name in the file's.</param>
/// <param name="Place">Where, as a path.</param>
/// <param name="Put">Puts another value there; null takes it out.</param>
internal sealed record FileReference(ReferenceKind Kind, JsonNode Value, string Place, Action<JsonNode?> Put)
{
    /// <summary>The name that the file says; what is no text is told as it stands.</summary>
    public string Name => Value.GetValueKind() is System.Text.Json.JsonValueKind.String ? Value.GetValue<string>() : Value.ToJsonString();

    /// <summary>The id that the database's words say.</summary>
    public long? Id => Value is JsonValue value && value.TryGetValue<long>(out var id) ? id
        : long.TryParse(Name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var written) ? written
        : null;
}
