using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Notifications;

/// <summary>What must hold for the words of a workflow's notices, and where a placeholder would print nothing.</summary>
internal static class NoticePublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document) => document.Notices.Templates.SelectMany(template => (PublishingProblem[])
    [
        .. PublishingRules.TooLong(template.Title),
        .. ContentTooLong(template),
        .. UnknownEvent(template.Event),
        .. UnknownPlaceholders(document, template),
    ]).Concat(document.Notices.Silent.SelectMany(UnknownEvent));

    private static IEnumerable<PublishingProblem> ContentTooLong(NoticeTemplate template) => Texts(template.Content)
        .Where(text => text.Length > NoticeTemplate.MaxContentLength)
        .Select(PublishingProblems.NoticeTooLong);

    private static IEnumerable<PublishingProblem> UnknownEvent(NoticeEvent happened) =>
        Enum.IsDefined(happened) ? [] : [PublishingProblems.UnknownSetting("event of a notice", happened.ToString())];

    private static IEnumerable<PublishingProblem> UnknownPlaceholders(WorkflowDocument document, NoticeTemplate template) => Texts(template.Title)
        .Concat(Texts(template.Content))
        .SelectMany(TemplateText.Keys)
        .Distinct(StringComparer.Ordinal)
        .Where(key => !NoticePlaceholder.All.Contains(key) && PublishingRules.Field(document, key) is null)
        .Select(PublishingProblems.NoticePlaceholderUnknown);

    private static IEnumerable<string> Texts(Caption caption) => ((string?[])[caption.Text, caption.English]).OfType<string>();
}
