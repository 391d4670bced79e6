using LoonFlow.Domain.Organization;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Tells open screens whose bell changed.</summary>
public sealed class NoticeFeed() : ScreenFeed<BellChange>(Subscriptions.Bell);

/// <summary>These people's bells hold something new, or less that is unread.</summary>
public sealed record BellChange(IReadOnlyList<UserId> People);
