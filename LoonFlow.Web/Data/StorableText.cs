using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LoonFlow.Web.Data;

/// <summary>
/// PostgreSQL keeps no zero characters, and whatever comes from outside may hold one: the answer of a hook, a form, a mail
/// server's words. They become the character that stands for an unreadable one, rather than keeping all else from being saved.
/// </summary>
internal static partial class StorableText
{
    public static string Of(string text) => text.Replace('\0', '\uFFFD');

    /// <summary>The same for text that was written as JSON, in which a zero character is an escape.</summary>
    public static string OfJson(string json) =>
        json.Contains(@"\u0000", StringComparison.Ordinal) ? EscapedZero().Replace(json, "$1\uFFFD") : json;

    public static void Clean(ChangeTracker tracker)
    {
        foreach (var property in tracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .SelectMany(entry => entry.Properties)
            .Where(property => property.CurrentValue is string text && text.Contains('\0', StringComparison.Ordinal)))
        {
            property.CurrentValue = Of((string)property.CurrentValue!);
        }
    }

    // Behind an even number of backslashes; behind an odd one it is a backslash, followed by letters.
    [GeneratedRegex(@"(?<!\\)((?:\\\\)*)\\u0000")]
    private static partial Regex EscapedZero();
}
