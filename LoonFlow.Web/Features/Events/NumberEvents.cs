using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Events;

/// <summary>
/// Gives events that were committed since the last time their places in the feed, and answers how many there were. One at
/// a time on all instances: whatever becomes visible later gets a later number, so that no reader is overtaken.
/// </summary>
public static class NumberEvents
{
    public const int AtOnce = 1_000;

    internal const string Lock = "ticket_event";
}

public sealed class NumberEventsHandler(LoonFlowDb db)
{
    public async Task<Result<int>> HandleAsync(CancellationToken ct)
    {
        await db.LockAsync(NumberEvents.Lock, ct);

        var counter = await db.TicketEventCounters.SingleAsync(row => row.Id == TicketEventCounter.TheOne, ct);
        var waiting = await WaitingAsync(ct);

        foreach (var row in InOrderOfTheirTickets(waiting))
        {
            row.Number = ++counter.Last;
        }

        return waiting.Count;
    }

    private async Task<IReadOnlyList<TicketEventRow>> WaitingAsync(CancellationToken ct)
    {
        var waiting = db.TicketEvents.Where(row => row.Number == null).OrderBy(row => row.At).ThenBy(row => row.Id);
        var first = await waiting.Take(NumberEvents.AtOnce).ToListAsync(ct);

        if (first.Count < NumberEvents.AtOnce)
        {
            return first;
        }

        // An instance whose clock is behind may have decided later on a ticket and say an earlier time.
        TicketId[] tickets = [.. first.Select(row => row.Ticket).Distinct()];
        Guid[] known = [.. first.Select(row => row.Id)];

        return [.. first, .. await waiting.Where(row => tickets.Contains(row.Ticket) && !known.Contains(row.Id)).ToListAsync(ct)];
    }

    /// <summary>By time, but each ticket's places go to its events as its revisions grew.</summary>
    private static IEnumerable<TicketEventRow> InOrderOfTheirTickets(IReadOnlyList<TicketEventRow> waiting)
    {
        var ofTicket = waiting.GroupBy(row => row.Ticket).ToDictionary(
            same => same.Key,
            same => new Queue<TicketEventRow>(same.OrderBy(row => row.Revision).ThenBy(row => row.Part)));

        return waiting.Select(row => ofTicket[row.Ticket].Dequeue());
    }
}
