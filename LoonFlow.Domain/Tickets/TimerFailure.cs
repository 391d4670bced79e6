using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// Why a timer could not do its work, in a form that is kept with the ticket and can still be told in any language: the
/// refusal's code, and below it what it is about: the fields at fault, or what the refusal names.
/// </summary>
public sealed record TimerFailure(string Code, IReadOnlyList<string> About)
{
    private const int MaxAbout = 20;
    private const char LineEnd = '\n';

    public string Written => string.Join(LineEnd, About.Prepend(Code));

    public static TimerFailure Of(Refusal refusal)
    {
        var fields = refusal.Fields.Select(field => field.Arguments is [var name, ..] ? name : field.Key);

        return new TimerFailure(refusal.Code, [.. fields.Concat(refusal.Arguments).Select(OneLine).Distinct().Take(MaxAbout)]);
    }

    public static TimerFailure Read(string written)
    {
        var lines = written.Split(LineEnd);

        return new TimerFailure(lines[0], lines[1..]);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
