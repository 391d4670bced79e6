using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Events;

/// <summary>The change feed as a reader may see it.</summary>
public sealed class EventQueries(IDbContextFactory<LoonFlowDb> databases, WorkflowStore workflows)
{
    /// <summary>Most numbers that one request looks through, so that one who may see little costs no more than others.</summary>
    private const int Window = 5_000;

    /// <summary>Whether anything waits for its place in the feed.</summary>
    public async Task<bool> IsAnyWaitingAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.TicketEvents.AnyAsync(row => row.Number == null, ct);
    }

    public async Task<Result<EventPage>> ReadAsync(EventsAsked asked, Actor reader, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var last = (await CounterAsync(db, ct)).Last;

        if (asked.IsLatest)
        {
            return new EventPage([], last, HasMore: false);
        }

        if (asked.After > last)
        {
            return EventRefusals.CursorUnknown;
        }

        var events = await EventsAsync(db, asked, last, reader, ct);

        // Read again, and only now: what was forgotten while we read would have been passed over.
        var forgotten = (await CounterAsync(db, ct)).Forgotten;

        if (asked.After < forgotten)
        {
            return EventRefusals.CursorExpired;
        }

        // Whoever begins with the oldest finds it later where something was forgotten meanwhile; nothing is missed.
        var end = events.Count == asked.Limit ? events[^1].Number : Math.Max(EndOfWindow(asked, last), forgotten);

        return new EventPage(events, end, end < last);
    }

    private static Task<TicketEventCounter> CounterAsync(LoonFlowDb db, CancellationToken ct) =>
        db.TicketEventCounters.AsNoTracking().SingleAsync(row => row.Id == TicketEventCounter.TheOne, ct);

    private static long EndOfWindow(EventsAsked asked, long last) => Math.Min((asked.After ?? 0) + Window, last);

    private async Task<IReadOnlyList<FeedEvent>> EventsAsync(LoonFlowDb db, EventsAsked asked, long last, Actor reader, CancellationToken ct)
    {
        var visible = await VisibleAsync(db, reader, ct);
        var after = asked.After ?? 0;
        var end = EndOfWindow(asked, last);
        var events = db.TicketEvents.Where(row => row.Number > after && row.Number <= end);

        if (asked.Workflows is { } chosen)
        {
            events = events.Where(row => chosen.Contains(row.Workflow));
        }

        // Of deleted tickets too: that they were deleted is news.
        return await events
            .Join(visible, row => row.Ticket, ticket => ticket.Id, (row, ticket) => new { Row = row, Ticket = ticket })
            .IgnoreQueryFilters()
            .OrderBy(pair => pair.Row.Number)
            .Take(asked.Limit)
            .Select(pair => new FeedEvent(
                pair.Row.Number!.Value,
                pair.Row.Id,
                new NewsTicket(pair.Ticket.Id, pair.Ticket.Serial, pair.Ticket.Creator, pair.Ticket.CreatedAt, pair.Ticket.Version),
                pair.Row.News))
            .AsNoTracking()
            .ToListAsync(ct);
    }

    private async Task<IQueryable<Ticket>> VisibleAsync(LoonFlowDb db, Actor reader, CancellationToken ct) =>
        reader is Actor.Person person ? db.VisibleTo(person, (await workflows.CatalogueAsync(ct)).Values) : db.ReachableBy(reader);
}
