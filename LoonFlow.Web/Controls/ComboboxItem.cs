namespace LoonFlow.Web.Controls;

/// <summary>One thing that may be chosen: its key, what people read, and a second line that tells namesakes apart.</summary>
public sealed record ComboboxItem(string Key, string Text, string? Detail = null)
{
    /// <summary>Words by which it is found though they are not shown.</summary>
    public string AlsoFound { get; init; } = string.Empty;

    /// <summary>Up to two letters for a round mark before it; null draws none.</summary>
    public string? Mark { get; init; }

    /// <summary>Whether every word of the query occurs somewhere.</summary>
    public bool Matches(IEnumerable<string> words) => words.All(word =>
        Text.Contains(word, StringComparison.CurrentCultureIgnoreCase)
        || AlsoFound.Contains(word, StringComparison.CurrentCultureIgnoreCase)
        || Detail?.Contains(word, StringComparison.CurrentCultureIgnoreCase) is true);
}
