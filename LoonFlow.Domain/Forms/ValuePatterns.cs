using System.Text.RegularExpressions;

namespace LoonFlow.Domain.Forms;

/// <summary>
/// Regular expressions that designers write. Matching never goes back, so its time grows with the length of the text and no
/// faster; look-around and back references, which would need more, are no patterns here.
/// </summary>
public static class ValuePatterns
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static bool IsPattern(string pattern)
    {
        if (pattern.Length > ValueLimits.MaxPatternLength)
        {
            return false;
        }

        try
        {
            // By itself too: closing brackets that it did not open would get it out of those around it.
            _ = new Regex(pattern, Options, Longest);
            _ = new Regex(Whole(pattern), Options, Longest);
            return true;
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            // There is no way to ask a regular expression whether it is one but to try.
            return false;
        }
    }

    /// <summary>Whether the whole text matches. What is no pattern matches nothing.</summary>
    public static bool Matches(string pattern, string text)
    {
        if (pattern.Length > ValueLimits.MaxPatternLength)
        {
            return false;
        }

        try
        {
            return Regex.IsMatch(text, Whole(pattern), Options, Longest);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            // A version from elsewhere may hold what publishing here would have refused.
            return false;
        }
    }

    private static string Whole(string pattern) => $@"\A(?:{pattern})\z";
}
