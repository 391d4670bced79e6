using System.Globalization;

namespace LoonFlow.Tests.Crash;

internal enum CrashVerb
{
    File,
    Take,
    Claim,
    Comment,
}

/// <summary>One decision that a worker wants. Its token becomes the comment in the history, so that it is found there again.</summary>
internal sealed record CrashAttempt(string Token, CrashVerb Verb, string Person, long Ticket = 0, int Visit = 0, long Transition = 0, int Revision = 0)
{
    /// <summary>Whether it may be asked for again when nobody knows what came of it: it names the revision it was decided on.</summary>
    public bool IsRepeatable => Verb is CrashVerb.Take or CrashVerb.Claim;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Token} {Verb} {Person} {Ticket} {Visit} {Transition} {Revision}");

    public static CrashAttempt Parse(string text)
    {
        var words = text.Split(' ');

        return new CrashAttempt(words[0], Enum.Parse<CrashVerb>(words[1]), words[2], Number(words[3]), (int)Number(words[4]), Number(words[5]), (int)Number(words[6]));
    }

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);
}
