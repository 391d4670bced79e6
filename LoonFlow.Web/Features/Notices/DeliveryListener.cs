using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

/// <summary>
/// Hands each notice to the notifier of its way. What fails is tried again alone. One thing cannot be helped: where LoonFlow
/// is killed after the other side took a notice and before that was written down, it is sent once more, because neither
/// SMTP nor a robot can be asked whether it has it already. A mail then has the same Message-ID, by which many mail
/// servers and programs show it once, and a webhook the same X-LoonFlow-Delivery; in a chat group it stands twice.
/// </summary>
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
