using System.Collections.Concurrent;
using LoonFlow.Domain.Access;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Tells open screens that a ticket changed. Hearing it twice makes a screen look twice, no more.</summary>
public sealed class TicketFeed : IOutboxListener
{
    private readonly ConcurrentDictionary<Guid, Action<TicketChange>> _screens = new();

    public string Name => Subscriptions.Feed;

    /// <summary>Calls back for every change until disposed. The callback must return at once.</summary>
    public IDisposable Subscribe(Action<TicketChange> onChange)
    {
        var key = Guid.CreateVersion7();

        // The language of a screen's reader travels with its execution context; deliveries come from another one.
        var context = ExecutionContext.Capture();
        _screens[key] = context is null ? onChange : change => ExecutionContext.Run(context, _ => onChange(change), null);

        return new Subscription(this, key);
    }

    public Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var change = DomainJson.Read<TicketChange>(message.Content);

        foreach (var screen in _screens.Values)
        {
            screen(change);
        }

        return Task.CompletedTask;
    }

    /// <summary>Whether a change may alter this person's inbox.</summary>
    public static bool Concerns(TicketChange change, Actor.Person person) => change.Audience.Any(participant => participant.Includes(person));

    private sealed class Subscription(TicketFeed feed, Guid key) : IDisposable
    {
        public void Dispose() => feed._screens.TryRemove(key, out _);
    }
}
