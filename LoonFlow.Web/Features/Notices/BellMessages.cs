using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

internal static class BellMessages
{
    /// <summary>Tells the open screens of these people to look at their bells.</summary>
    public static OutboxMessage For(IReadOnlyList<UserId> people, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Listener = Subscriptions.Bell,
        Content = DomainJson.Write(new BellChange(people)),
        CreatedAt = now,
        DueAt = now,
    };
}
