namespace LoonFlow.Domain.Forms;

/// <summary>What a request may really change: a new title, and new values by key (null clears).</summary>
public sealed record FieldChanges(string? Title, IReadOnlyDictionary<string, FieldValue?> Values)
{
    public static readonly FieldChanges None = new(null, new Dictionary<string, FieldValue?>());
}
