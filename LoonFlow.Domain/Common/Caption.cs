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

    private bool HasEnglish => !string.IsNullOrWhiteSpace(English);

    /// <summary>The text for a reader of this language (a two-letter ISO 639-1 code such as "zh" or "en").</summary>
    public string In(string language) => language == "en" && HasEnglish ? English! : Text;

    /// <summary>What readers of another language than this read; empty where nobody said.</summary>
    public string Beside(string language) => !HasEnglish ? string.Empty : language == "en" ? Text : English!;

    /// <summary>With another text for readers of this language; nothing gives up their own where there is one. The other language's stays.</summary>
    public Caption With(string text, string language) =>
        language == "en" && HasEnglish ? this with { English = text.Length > 0 ? text : null } : this with { Text = text };

    /// <summary>With another text for those who read another language than this; nothing gives theirs up.</summary>
    public Caption WithBeside(string text, string language) => (language, text) switch
    {
        ("en", "") => new(In(language)),
        ("en", _) => new(text, In(language)),
        _ => this with { English = text.Length > 0 ? text : null },
    };

    public static implicit operator Caption(string text) => new(text);

    public override string ToString() => Text;
}
