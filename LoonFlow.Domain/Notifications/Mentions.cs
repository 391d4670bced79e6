using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Notifications;

/// <summary>The people whom a comment names by <c>@username</c>.</summary>
public static class Mentions
{
    /// <summary>More names than these in one comment are noise, not a call.</summary>
    public const int Most = 50;

    /// <summary>Active people named in the text, in the order of their names in it.</summary>
    public static IReadOnlyList<UserId> In(string comment, Company company) =>
        [.. Named(comment, company).Distinct().Take(Most)];

    private static IEnumerable<UserId> Named(string comment, Company company)
    {
        for (var at = comment.IndexOf('@'); at >= 0; at = comment.IndexOf('@', at + 1))
        {
            // The @ of an address such as ann@example.com calls nobody.
            if ((at == 0 || !IsPlain(comment[at - 1])) && NamedAt(comment, at + 1, company) is { IsActive: true } user)
            {
                yield return user.Id;
            }
        }
    }

    /// <summary>The longest user name that begins here. Chinese is written without blanks, so "@wu请看" means wu; "@wuhan" does not.</summary>
    private static User? NamedAt(string comment, int start, Company company)
    {
        var end = start;

        while (end < comment.Length && end - start < User.MaxUserNameLength && !char.IsWhiteSpace(comment[end]))
        {
            end++;
        }

        for (; end > start; end--)
        {
            var splitsWord = end < comment.Length && IsPlain(comment[end]) && IsPlain(comment[end - 1]);

            if (!splitsWord && company.UserNamed(comment[start..end]) is { } user)
            {
                return user;
            }
        }

        return null;
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '_';
}
