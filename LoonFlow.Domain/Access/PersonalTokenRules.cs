using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Access;

/// <summary>What must hold before a person's own token may be made.</summary>
public static class PersonalTokenRules
{
    public const int MaxNameLength = 100;

    /// <summary>So many may be good at once for one person.</summary>
    public const int MostOfAPerson = 20;

    /// <summary>A year, whichever it is and to the end of its last day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(367);

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="name">What its owner knows it by.</param>
    /// <param name="scopes">What it is for.</param>
    /// <param name="expiresAt">Not good from then on; null where no moment was understood.</param>
    /// <param name="now">When it is made.</param>
    public static IReadOnlyList<FieldProblem> Problems(string name, TokenScopes scopes, DateTimeOffset? expiresAt, DateTimeOffset now) =>
    [
        .. NameProblems(name),
        .. scopes is TokenScopes.None ? [new FieldProblem("scopes", "token.scope_needed", "Choose at least one thing that the token may do.")] : Array.Empty<FieldProblem>(),
        .. expiresAt is { } end && end > now && end <= now + Longest
            ? Array.Empty<FieldProblem>()
            : [new FieldProblem("expires_at", "token.expiry_wrong", "Choose a day from today on, at most a year ahead.")],
    ];

    private static IEnumerable<FieldProblem> NameProblems(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new FieldProblem("name", "token.name_missing", "Give it a name by which you will know it again.");
        }
        else if (name.Trim().Length > MaxNameLength)
        {
            yield return new FieldProblem("name", "token.name_too_long", "A name takes at most 100 characters.");
        }
        else if (name.Trim().Any(letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.LineSeparator))
        {
            yield return new FieldProblem("name", "token.name_wrong", "A name is one line of ordinary text.");
        }
    }
}
