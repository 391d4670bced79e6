using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features;

/// <summary>Why something that works by itself could not, in the reader's language.</summary>
public static class FailureTexts
{
    /// <param name="written">What is kept of the failure: a reason, or the words of another system.</param>
    /// <param name="texts">The sentences of refusals.</param>
    public static string Of(string written, IStringLocalizer<Refusals> texts)
    {
        var reason = FailureReason.Read(written);

        if (RefusalTexts.TextOf(texts, reason.Code, reason.About) is not { } sentence)
        {
            return written;
        }

        var unsaid = reason.About.Where(about => !sentence.Contains(about, StringComparison.Ordinal) && !RefusalTexts.IsCode(texts, about)).ToArray();

        return unsaid is [] ? sentence : $"{sentence} ({string.Join(", ", unsaid)})";
    }
}
