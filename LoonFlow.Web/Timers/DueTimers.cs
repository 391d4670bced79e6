using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Timers;

/// <summary>
/// Finds the timers that are due, the longest waiting first, and runs one use case for each. The row is the truth:
/// whoever finds a timer that another instance has fired meanwhile is refused by the rule, or by the ticket's revision.
/// </summary>
public sealed class DueTimers(IDbContextFactory<LoonFlowDb> databases, UseCases useCases, TimeProvider clock, ILogger<DueTimers> log)
{
    private const int BatchSize = 100;

    /// <summary>Fires everything that is due now and says how many timers that were.</summary>
    public async Task<int> FireAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var fired = 0;
        var after = new DueVisit(DateTimeOffset.MinValue, default, 0, []);

        // Behind what was looked at, not from the front again: a ticket that cannot be decided delays no other.
        while (await BatchAsync(now, after, ct) is [.., var last] batch)
        {
            foreach (var visit in batch)
            {
                foreach (var timer in visit.Timers.Where(timer => timer.IsDue(now)).OrderBy(timer => timer.DueAt))
                {
                    fired += await FireAsync(visit, timer.Number, ct) ? 1 : 0;
                }
            }

            after = last;
        }

        return fired;
    }

    private async Task<IReadOnlyList<DueVisit>> BatchAsync(DateTimeOffset now, DueVisit after, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.Visits.AsNoTracking()
            .Where(visit => visit.LeftAt == null && visit.NextDueAt <= now)
            .Where(visit => visit.NextDueAt > after.DueAt
                || (visit.NextDueAt == after.DueAt && (long)(object)EF.Property<TicketId>(visit, "Ticket") > after.Ticket.Value)
                || (visit.NextDueAt == after.DueAt && EF.Property<TicketId>(visit, "Ticket") == after.Ticket && visit.Number > after.Number))
            .OrderBy(visit => visit.NextDueAt).ThenBy(visit => EF.Property<TicketId>(visit, "Ticket")).ThenBy(visit => visit.Number)
            .Take(BatchSize)
            .Select(visit => new DueVisit(visit.NextDueAt!.Value, EF.Property<TicketId>(visit, "Ticket"), visit.Number, visit.Timers))
            .ToListAsync(ct);
    }

    private async Task<bool> FireAsync(DueVisit visit, int timer, CancellationToken ct)
    {
        try
        {
            var result = await useCases.RunAsync(
                (FireTimerHandler handler) => handler.HandleAsync(new FireTimer(visit.Ticket, visit.Number, timer), new Actor.Engine(), ct), ct);

            if (!result.Succeeded)
            {
                log.LogDebug("Timer {Timer} of ticket {Ticket} did not fire: {Code}", timer, visit.Ticket.Value, result.Refusal.Code);
            }

            return result.Succeeded;
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            // A job's edge: one ticket that cannot be decided must not hold up the others; the next look tries again.
            log.LogError(exception, "Timer {Timer} of ticket {Ticket} could not be fired", timer, visit.Ticket.Value);

            return false;
        }
    }

    private sealed record DueVisit(DateTimeOffset DueAt, TicketId Ticket, int Number, IReadOnlyList<VisitTimer> Timers);
}
