using System.Collections.Concurrent;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Outbox;

/// <summary>Tells open screens of changes that were committed. Hearing of one twice makes a screen look twice, no more.</summary>
public abstract class ScreenFeed<TChange>(string name) : IOutboxListener
{
    private readonly ConcurrentDictionary<Guid, Action<TChange>> _screens = new();

    public string Name => name;

    /// <summary>Calls back for every change until disposed. The callback must return at once.</summary>
    public IDisposable Subscribe(Action<TChange> onChange)
    {
        var key = Guid.CreateVersion7();

        // The language of a screen's reader travels with its execution context; deliveries come from another one.
        var context = ExecutionContext.Capture();
        _screens[key] = context is null ? onChange : change => ExecutionContext.Run(context, _ => onChange(change), null);

        return new Subscription(this, key);
    }

    public Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var change = DomainJson.Read<TChange>(message.Content);

        foreach (var screen in _screens.Values)
        {
            screen(change);
        }

        return Task.CompletedTask;
    }

    private sealed class Subscription(ScreenFeed<TChange> feed, Guid key) : IDisposable
    {
        public void Dispose() => feed._screens.TryRemove(key, out _);
    }
}
