namespace LoonFlow.Web.Controls;

/// <summary>What the input inside a <see cref="FieldFrame"/> must carry so that label, help and error belong to it.</summary>
public sealed record FieldIds(string Input, string Label, string? DescribedBy, bool Required, bool Invalid)
{
    /// <summary>For <c>@attributes</c> on a plain input, or <c>InputAttributes</c> of a Radzen one (which has its own Name).</summary>
    public IReadOnlyDictionary<string, object> Attributes { get; } = Collect(DescribedBy, Required, Invalid);

    private static Dictionary<string, object> Collect(string? describedBy, bool required, bool invalid)
    {
        var attributes = new Dictionary<string, object>();

        if (describedBy is not null)
        {
            attributes["aria-describedby"] = describedBy;
        }

        if (required)
        {
            attributes["aria-required"] = "true";
        }

        if (invalid)
        {
            attributes["aria-invalid"] = "true";
        }

        return attributes;
    }
}
