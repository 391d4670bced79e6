using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Hands each notice to the notifier of its way. What fails is tried again alone.</summary>
public sealed class DeliveryListener(IEnumerable<INotifier> notifiers) : IOutboxListener
{
    private readonly Dictionary<ChannelKind, INotifier> _notifiers = notifiers.ToDictionary(notifier => notifier.Kind);

    public string Name => Subscriptions.Deliveries;

    public Lane Lane => Lane.Outside;

    public Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var (kind, notice) = DomainJson.Read<NoticeDelivery>(message.Content);

        return kind is { } way && _notifiers.TryGetValue(way, out var notifier)
            ? notifier.SendAsync(notice, ct)
            : throw new DeliveryRefusedException($"Nothing is set up here that sends by {kind?.ToString() ?? "this channel"}.");
    }
}
