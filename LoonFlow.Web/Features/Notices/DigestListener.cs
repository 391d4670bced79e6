using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Hands mails of the day to the mail's notifier.</summary>
public sealed class DigestListener(EmailNotifier email) : IOutboxListener
{
    public string Name => Subscriptions.Digests;

    public Lane Lane => Lane.Outside;

    public Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var digest = DomainJson.Read<DigestDelivery>(message.Content);

        return email.SendDigestAsync(digest.Recipient, digest.Notices, digest.Id, ct);
    }
}
