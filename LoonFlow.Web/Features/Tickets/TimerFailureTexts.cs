using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Why a timer could not do its work, in the reader's language.</summary>
public static class TimerFailureTexts
{
    /// <param name="written">What a timer's failure, or the comment of its line in the history, holds.</param>
    /// <param name="texts">The sentences of refusals.</param>
    public static string Of(string written, IStringLocalizer<Refusals> texts)
    {
        var failure = TimerFailure.Read(written);
        var sentence = RefusalTexts.TextOf(texts, failure.Code, failure.About) ?? failure.Code;
        var unsaid = failure.About.Where(about => !sentence.Contains(about, StringComparison.Ordinal)).ToArray();

        return unsaid is [] ? sentence : $"{sentence} ({string.Join(", ", unsaid)})";
    }
}
