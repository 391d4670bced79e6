using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Events;

/// <summary>Reads the change feed for others: gives places to what has none yet, and waits where nothing has happened.</summary>
public sealed class EventDesk(UseCases useCases, EventQueries events, OutboxBell bell, TimeProvider clock)
{
    /// <summary>Decisions of this instance are heard of; those of others are looked for.</summary>
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(1);

    /// <summary>The next part of the feed; where it is empty, once there is something or the wait is over.</summary>
    public async Task<Result<EventPage>> ReadAsync(EventsAsked asked, TimeSpan wait, Actor reader, CancellationToken ct)
    {
        var rung = new TaskCompletionSource();
        var until = clock.GetUtcNow() + wait;
        bell.Rung += Hear;

        try
        {
            while (true)
            {
                rung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var page = await ReadNowAsync(asked, reader, ct);
                var left = until - clock.GetUtcNow();

                if (page is not { Succeeded: true, Value: { Events: [], HasMore: false } nothing } || left <= TimeSpan.Zero)
                {
                    return page;
                }

                asked = asked with { After = nothing.After, IsLatest = false };
                await Task.WhenAny(rung.Task, Task.Delay(left < LooksEvery ? left : LooksEvery, clock, ct));
                ct.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            bell.Rung -= Hear;
        }

        void Hear(string listener) => rung.TrySetResult();
    }

    /// <summary>Forgets what happened before a moment; what nobody has asked for gets its place first, so that its readers are told.</summary>
    public async Task SweepAsync(DateTimeOffset before, CancellationToken ct)
    {
        await NumberAsync(ct);

        while (await useCases.RunAsync((ForgetEventsHandler handler) => handler.HandleAsync(new ForgetEvents(before), ct), ct) is { Succeeded: true, Value: >= ForgetEvents.AtOnce })
        {
        }
    }

    private async Task<Result<EventPage>> ReadNowAsync(EventsAsked asked, Actor reader, CancellationToken ct)
    {
        if (await events.IsAnyWaitingAsync(ct))
        {
            await NumberAsync(ct);
        }

        return await events.ReadAsync(asked, reader, ct);
    }

    private async Task NumberAsync(CancellationToken ct)
    {
        while (await useCases.RunAsync((NumberEventsHandler handler) => handler.HandleAsync(ct), ct) is { Succeeded: true, Value: >= NumberEvents.AtOnce })
        {
        }
    }
}
