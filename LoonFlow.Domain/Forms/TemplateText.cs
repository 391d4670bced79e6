using System.Text;

namespace LoonFlow.Domain.Forms;

/// <summary>
/// Texts with places for values, such as "Leave of {creator}: {days} days". Doubled braces stand for one. What is put
/// in is never read as a template again.
/// </summary>
public static class TemplateText
{
    /// <summary>The longest text that comes out, in characters; the rest is cut off.</summary>
    public const int MaxLength = 4_000;

    /// <param name="template">The text with its places; a brace that is never closed stands for itself.</param>
    /// <param name="textOf">What stands at a place, by its key; null where the key is unknown, which prints as nothing.</param>
    public static string Fill(string template, Func<string, string?> textOf)
    {
        var filled = new StringBuilder();

        foreach (var (text, isKey) in Parts(template))
        {
            filled.Append(isKey ? textOf(text) : text);

            if (filled.Length > MaxLength)
            {
                break;
            }
        }

        return Cut(filled.ToString(), MaxLength);
    }

    /// <summary>The keys of its places, each once, in order.</summary>
    public static IReadOnlyList<string> Keys(string template) =>
        [.. Parts(template).Where(part => part.IsKey && part.Text.Length > 0).Select(part => part.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>The template with its places for one key as places for another; all else stays as it was written.</summary>
    public static string Renamed(string template, string from, string to)
    {
        var renamed = new StringBuilder();
        var start = 0;

        while (start < template.Length)
        {
            var isDoubled = template[start] is '{' or '}' && start + 1 < template.Length && template[start + 1] == template[start];
            var closing = template[start] is '{' && !isDoubled ? Closing(template, start) : -1;

            if (closing >= 0 && template[(start + 1)..closing].Trim() == from)
            {
                renamed.Append('{').Append(to).Append('}');
            }
            else
            {
                renamed.Append(template, start, closing >= 0 ? closing + 1 - start : isDoubled ? 2 : 1);
            }

            start = closing >= 0 ? closing + 1 : start + (isDoubled ? 2 : 1);
        }

        return renamed.ToString();
    }

    /// <summary>At most so many characters, never half of a pair.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)]
        : text[..longest];

    private static IEnumerable<(string Text, bool IsKey)> Parts(string template)
    {
        var start = 0;

        while (start < template.Length)
        {
            var brace = template.AsSpan(start).IndexOfAny('{', '}') is >= 0 and var found ? start + found : template.Length;

            if (brace > start)
            {
                yield return (template[start..brace], false);
            }

            if (brace == template.Length)
            {
                yield break;
            }

            var isDoubled = brace + 1 < template.Length && template[brace + 1] == template[brace];
            var closing = isDoubled || template[brace] == '}' ? -1 : Closing(template, brace);

            yield return closing < 0 ? (template[brace].ToString(), false) : (template[(brace + 1)..closing].Trim(), true);
            start = closing >= 0 ? closing + 1 : isDoubled ? brace + 2 : brace + 1;
        }
    }

    /// <summary>Where the key ends; below zero when another brace opens first or nothing closes it.</summary>
    private static int Closing(string template, int opening) =>
        template.AsSpan(opening + 1).IndexOfAny('{', '}') is >= 0 and var found && template[opening + 1 + found] == '}' ? opening + 1 + found : -1;
}
