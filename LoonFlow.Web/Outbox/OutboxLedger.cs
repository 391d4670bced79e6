using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Outbox;

/// <summary>What the dispatcher reads and writes: who is at which message until when, and what came of it.</summary>
internal sealed class OutboxLedger(IDbContextFactory<LoonFlowDb> databases, TimeProvider clock)
{
    // Whoever took a lease over holds it at least a second longer than we did; a database rounds by less than this.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(500);

    public async Task<HeldLease> LeaseAsync(string listener, Lane lane, TimeSpan lease, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var messages = await db.LeaseOutboxAsync(listener, now, now + lease, lane.Batch, ct);

        return new HeldLease([.. messages.OrderBy(message => message.Id)], now + lease);
    }

    /// <summary>Keeps others away for longer; false when there is nothing left to keep, because it was discarded or taken over.</summary>
    public async Task<bool> RenewAsync(HeldLease held, TimeSpan lease, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var until = clock.GetUtcNow() + lease;
        var kept = await StillHeld(db, held, held.Ids).ExecuteUpdateAsync(row => row.SetProperty(message => message.LeasedUntil, until), ct);
        held.Until = until;

        return kept > 0;
    }

    public async Task SettleAsync(HeldLease held, IReadOnlyList<Delivery> deliveries, Lane lane, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var byOutcome = deliveries.ToLookup(delivery => delivery.Outcome, delivery => delivery.Message.Id);

        if (byOutcome[DeliveryOutcome.Delivered].ToArray() is { Length: > 0 } delivered)
        {
            await db.Outbox.Where(message => delivered.Contains(message.Id)).ExecuteDeleteAsync(ct);
        }

        if (byOutcome[DeliveryOutcome.Interrupted].ToArray() is { Length: > 0 } interrupted)
        {
            await StillHeld(db, held, interrupted).ExecuteUpdateAsync(
                row => row.SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null).SetProperty(message => message.Attempts, message => message.Attempts - 1), ct);
        }

        foreach (var delivery in deliveries.Where(delivery => delivery.Outcome is DeliveryOutcome.Failed or DeliveryOutcome.Postponed or DeliveryOutcome.Refused))
        {
            await PutOffAsync(db, held, delivery, ct);
        }

        db.DeliveryAttempts.AddRange(deliveries
            .Where(delivery => delivery.Outcome is DeliveryOutcome.Failed or DeliveryOutcome.Refused || (lane.KeepsLog && delivery.Outcome is not DeliveryOutcome.Interrupted))
            .Select(LineOf));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The names that living messages are addressed to.</summary>
    public async Task<IReadOnlyList<string>> ListenersAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.Outbox.Where(message => !message.IsDead).Select(message => message.Listener).Distinct().ToListAsync(ct);
    }

    public async Task ForgetOldAttemptsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var before = clock.GetUtcNow() - DeliveryAttempt.KeptFor;
        await db.DeliveryAttempts.Where(attempt => attempt.At < before).ExecuteDeleteAsync(ct);
    }

    private static Task PutOffAsync(LoonFlowDb db, HeldLease held, Delivery delivery, CancellationToken ct)
    {
        // What was postponed is no failure, however often it happens.
        var attempts = delivery.Message.Attempts - (delivery.Outcome is DeliveryOutcome.Postponed ? 1 : 0);
        var dueAt = delivery.Next ?? delivery.Message.DueAt;

        return StillHeld(db, held, [delivery.Message.Id]).ExecuteUpdateAsync(
            row => row
                .SetProperty(message => message.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(message => message.Attempts, attempts)
                .SetProperty(message => message.DueAt, dueAt)
                .SetProperty(message => message.LastError, delivery.Error)
                .SetProperty(message => message.IsDead, delivery.Next == null),
            ct);
    }

    private static IQueryable<OutboxMessage> StillHeld(LoonFlowDb db, HeldLease held, IReadOnlyList<Guid> ids)
    {
        var until = held.Until + Rounding;

        return db.Outbox.Where(message => ids.Contains(message.Id) && message.LeasedUntil != null && message.LeasedUntil <= until);
    }

    private static DeliveryAttempt LineOf(Delivery delivery) => new()
    {
        Id = Guid.CreateVersion7(delivery.At),
        Message = delivery.Message.Id,
        Listener = delivery.Message.Listener,
        Ticket = delivery.Message.Ticket,
        About = delivery.Message.About,
        Number = delivery.Message.Attempts,
        At = delivery.At,
        Took = (int)Math.Min(delivery.Took.TotalMilliseconds, int.MaxValue),
        Outcome = delivery.Outcome,
        Error = delivery.Error,
    };
}

/// <summary>Messages that one dispatcher is at, and until when nobody else will be.</summary>
internal sealed class HeldLease(IReadOnlyList<OutboxMessage> messages, DateTimeOffset until)
{
    public IReadOnlyList<OutboxMessage> Messages { get; } = messages;

    public IReadOnlyList<Guid> Ids { get; } = [.. messages.Select(message => message.Id)];

    public DateTimeOffset Until { get; set; } = until;
}
