using LoonFlow.Domain.Access;
using LoonFlow.Web.Data;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Deliveries;

/// <summary>What failed or waits to be delivered, for administrators.</summary>
public sealed class DeliveryQueries(IDbContextFactory<LoonFlowDb> databases, SettingsAccess access, TimeProvider clock)
{
    public const int AttemptsShown = 50;

    /// <summary>What was committed just now is on its way, not waiting.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>The page that the filter asks for; null when it is not for this reader.</summary>
    public async Task<DeliveryList?> ListAsync(DeliveryFilter filter, Actor reader, CancellationToken ct)
    {
        if (await access.WhyNotAsync(reader, ct) is not null)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var before = now - OnItsWay;
        var waiting = filter.Narrow(db).Where(message => message.IsDead || message.LastError != null || message.CreatedAt <= before);
        var wanted = filter.Stand is { } stand ? waiting.Where(message => message.IsDead == (stand == DeliveryStand.Failed)) : waiting;
        var rows = await wanted
            .OrderByDescending(message => message.IsDead).ThenBy(message => message.DueAt).ThenBy(message => message.Id)
            .Skip((filter.Page - 1) * DeliveryFilter.PageSize)
            .Take(DeliveryFilter.PageSize)
            .Select(message => new DeliveryRow
            {
                Id = message.Id,
                Listener = message.Listener,
                About = message.About,
                Ticket = message.Ticket,
                Serial = db.Tickets.Where(ticket => ticket.Id == message.Ticket).Select(ticket => ticket.Serial).FirstOrDefault(),
                Attempts = message.Attempts,
                CreatedAt = message.CreatedAt,
                DueAt = message.DueAt,
                IsDead = message.IsDead,
                IsUnderWay = message.LeasedUntil != null && message.LeasedUntil > now,
                LastError = message.LastError,
            })
            .ToListAsync(ct);

        return new DeliveryList(
            rows,
            await wanted.CountAsync(ct),
            await filter.Narrow(db).CountAsync(message => message.IsDead, ct),
            await db.Outbox.Select(message => message.Listener).Distinct().OrderBy(name => name).ToListAsync(ct));
    }

    /// <summary>The latest attempts to deliver a message, newest first; nothing for those whom it is not for.</summary>
    public async Task<IReadOnlyList<AttemptLine>> AttemptsAsync(Guid message, Actor reader, CancellationToken ct)
    {
        if (await access.WhyNotAsync(reader, ct) is not null)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.DeliveryAttempts
            .Where(attempt => attempt.Message == message)
            .OrderByDescending(attempt => attempt.At).ThenByDescending(attempt => attempt.Number)
            .Take(AttemptsShown)
            .Select(attempt => new AttemptLine(attempt.Id, attempt.Number, attempt.At, attempt.Took, attempt.Outcome, attempt.Error))
            .ToListAsync(ct);
    }
}
