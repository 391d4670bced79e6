using LoonFlow.Domain.Notifications;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>What a workflow's notices are made of.</summary>
internal static class NoticeParts
{
    public static readonly IReadOnlyList<ElementProperty<WorkflowDocument>> All =
    [
        Of("notices.templates", of => of.Templates, (of, value) => of with { Templates = value }, template => template.Event.ToString()),
        Of("notices.channels", of => of.Channels, (of, value) => of with { Channels = value }, DocumentParts.Key),
        Of("notices.silent", of => of.Silent, (of, value) => of with { Silent = value }, silent => silent.ToString()),
    ];

    private static ElementProperty<WorkflowDocument> Of<TItem>(
        string code,
        Func<NoticeSettings, IReadOnlyList<TItem>> read,
        Func<NoticeSettings, IReadOnlyList<TItem>, NoticeSettings> write,
        Func<TItem, string> key) => ElementProperty.Listed<WorkflowDocument, TItem>(
        nameof(WorkflowDocument.Notices),
        document => read(document.Notices),
        (document, list) => document with { Notices = write(document.Notices, list) },
        key,
        code);
}
