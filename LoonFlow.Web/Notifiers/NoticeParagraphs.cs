namespace LoonFlow.Web.Notifiers;

/// <summary>The paragraphs of a notice's body: what blank lines part.</summary>
internal static class NoticeParagraphs
{
    public static IReadOnlyList<string> In(string body) =>
        [.. body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
