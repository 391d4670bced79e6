using System.Collections.Concurrent;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Tells open screens whose bell changed. Hearing it twice makes a bell look twice, no more.</summary>
public sealed class NoticeFeed : IOutboxListener
{
    private readonly ConcurrentDictionary<Guid, Action<BellChange>> _bells = new();

    public string Name => Subscriptions.Bell;

    /// <summary>Calls back for every change until disposed. The callback must return at once.</summary>
    public IDisposable Subscribe(Action<BellChange> onChange)
    {
        var key = Guid.CreateVersion7();

        // The language of a screen's reader travels with its execution context; deliveries come from another one.
        var context = ExecutionContext.Capture();
        _bells[key] = context is null ? onChange : change => ExecutionContext.Run(context, _ => onChange(change), null);

        return new Subscription(this, key);
    }

    public Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var change = DomainJson.Read<BellChange>(message.Content);

        foreach (var bell in _bells.Values)
        {
            bell(change);
        }

        return Task.CompletedTask;
    }

    private sealed class Subscription(NoticeFeed feed, Guid key) : IDisposable
    {
        public void Dispose() => feed._bells.TryRemove(key, out _);
    }
}

/// <summary>These people's bells hold something new, or less that is unread.</summary>
public sealed record BellChange(IReadOnlyList<UserId> People);
