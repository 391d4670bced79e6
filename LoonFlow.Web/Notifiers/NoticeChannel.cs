using LoonFlow.Domain.Notifications;

namespace LoonFlow.Web.Notifiers;

/// <summary>A webhook or a group's robot, ready to be called.</summary>
public sealed record NoticeChannel(long Id, ChannelKind Kind, string Name, Uri Url, string Secret, ChannelMention Mention, bool IsActive)
{
    /// <summary>How messages speak of it: nothing of the address that is secret.</summary>
    public string Host => Url.Authority;
}
