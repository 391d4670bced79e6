using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// Why something that works by itself could not, in a form that is kept with the ticket and can still be told in any
/// language: the refusal's code, and below it what it is about: what the refusal names, then the fields at fault.
/// </summary>
public sealed record FailureReason(string Code, IReadOnlyList<string> About)
{
    private const int MaxAbout = 20;
    private const char LineEnd = '\n';

    public string Written => string.Join(LineEnd, About.Prepend(Code));

    public static FailureReason Of(Refusal refusal)
    {
        var fields = refusal.Fields.Select(field => field.Arguments is [var name, ..] ? name : field.Key).Distinct();

        return new FailureReason(refusal.Code, [.. refusal.Arguments.Concat(fields).Select(OneLine).Take(MaxAbout)]);
    }

    public static FailureReason Read(string written)
    {
        var lines = written.Split(LineEnd);

        return new FailureReason(lines[0], lines[1..]);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
