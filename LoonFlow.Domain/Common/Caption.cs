namespace LoonFlow.Domain.Common;

/// <summary>
/// What people read on a workflow, state, transition, field or choice: the text as its designer wrote it, and
/// an English one for readers of English where the designer gave one.
/// </summary>
public sealed record Caption(string Text, string? English = null)
{
    public const int MaxLength = 200;

    public static readonly Caption Empty = new(string.Empty);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The text for a reader of this language (a two-letter ISO 639-1 code such as "zh" or "en").</summary>
    public string In(string language) => language == "en" && !string.IsNullOrWhiteSpace(English) ? English : Text;

    public static implicit operator Caption(string text) => new(text);

    public override string ToString() => Text;
}
