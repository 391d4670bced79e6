using LoonFlow.Domain.Notifications;

namespace LoonFlow.Web.Features.Settings.Channels;

/// <summary>A channel as lists show it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What is called: a webhook or a robot.</param>
/// <param name="Name">What administrators call it.</param>
/// <param name="Mention">Whom it calls by name.</param>
/// <param name="IsActive">Whether anything is sent through it.</param>
/// <param name="Place">The address without what is secret of it; null when it can no longer be read.</param>
/// <param name="IsSigned">Whether a secret is kept for it.</param>
public sealed record ChannelItem(long Id, ChannelKind Kind, string Name, ChannelMention Mention, bool IsActive, string? Place, bool IsSigned);
