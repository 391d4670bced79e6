using System.Text;

namespace LoonFlow.Web.Loonflow;

/// <summary>Makes texts that come from loonflow or its callers storable everywhere.</summary>
internal static class SourceText
{
    /// <summary>Without NUL, which no database of ours takes, and without halves of surrogate pairs, which are no characters.</summary>
    public static string Clean(string text)
    {
        var whole = text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;

        return whole.Replace("\0", string.Empty, StringComparison.Ordinal);
    }

    /// <summary>At most so many UTF-16 units, never half a character.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    /// <summary>One line that a terminal shows and never obeys.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);

        foreach (var character in text)
        {
            line.Append(char.IsControl(character) ? ' ' : character);
        }

        return line.ToString();
    }

    /// <summary>What stands between commas; nothing that is blank.</summary>
    public static IReadOnlyList<string> Listed(string text) =>
        text.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
