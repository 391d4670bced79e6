using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Notifications;

/// <summary>What a workflow says about its notices. Where it says nothing, LoonFlow's own words are used.</summary>
public sealed record NoticeSettings
{
    public static readonly NoticeSettings Default = new();

    /// <summary>Words of its own; at most one template per event counts, the first.</summary>
    public IReadOnlyList<NoticeTemplate> Templates { get; init; } = [];

    /// <summary>Channels of the installation, such as a chat group's robot, that hear everything that is told to anybody.</summary>
    public IReadOnlyList<long> Channels { get; init; } = [];

    /// <summary>Events that nobody is told about.</summary>
    public IReadOnlyList<NoticeEvent> Silent { get; init; } = [];

    public NoticeTemplate? TemplateFor(NoticeEvent happened) => Templates.FirstOrDefault(template => template.Event == happened);
}

/// <summary>The words of one event, with placeholders such as <c>{title}</c>. An empty part takes LoonFlow's own words.</summary>
public sealed record NoticeTemplate(NoticeEvent Event, Caption Title, Caption Content)
{
    /// <summary>The longest content that a template may have, in characters.</summary>
    public const int MaxContentLength = 2_000;
}
