using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Hears of decisions and rings the bells of those whom they concern.</summary>
public sealed class NoticeListener(UseCases useCases) : IOutboxListener
{
    public string Name => Subscriptions.Notices;

    public Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var command = new GiveNotices(message.Id, message.CreatedAt, DomainJson.Read<NoticesDue>(message.Content));

        return useCases.RunAsync((GiveNoticesHandler handler) => handler.HandleAsync(command, ct), ct);
    }
}
