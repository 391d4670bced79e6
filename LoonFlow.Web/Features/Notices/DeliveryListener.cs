using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Hands each notice to the notifier of its way. What fails is tried again alone.</summary>
public sealed class DeliveryListener(IEnumerable<INotifier> notifiers, ChannelStore channels) : IOutboxListener
{
    private readonly Dictionary<ChannelKind, INotifier> _notifiers = notifiers.ToDictionary(notifier => notifier.Kind);

    public string Name => Subscriptions.Deliveries;

    public Lane Lane => Lane.Outside;

    public async Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var (kind, notice) = DomainJson.Read<NoticeDelivery>(message.Content);
        var way = kind ?? await channels.KindOfAsync(notice, ct);

        if (!_notifiers.TryGetValue(way, out var notifier))
        {
            throw new DeliveryRefusedException($"Nothing is set up here that sends by {way}.");
        }

        await notifier.SendAsync(notice, ct);
    }
}
