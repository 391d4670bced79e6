using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Whoever reads has seen their notices: those of one ticket, or all that came up to a moment. Answers how many were unread.</summary>
public sealed record MarkNoticesRead(TicketId? Ticket, DateTimeOffset UpTo);

public sealed class MarkNoticesReadHandler(LoonFlowDb db, TimeProvider clock)
{
    public async Task<Result<int>> HandleAsync(MarkNoticesRead command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person person)
        {
            return TicketRefusals.UnknownActor;
        }

        var now = clock.GetUtcNow();
        var unread = db.Notices.Where(notice => notice.Recipient == person.Id && notice.ReadAt == null && notice.At <= command.UpTo);
        var seen = command.Ticket is { } ticket ? unread.Where(notice => notice.Ticket == ticket) : unread;

        await db.BeginAsync(ct);

        // One statement, because years of unread notices need not come here to be marked.
        var count = await seen.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), ct);

        if (count > 0)
        {
            db.Outbox.Add(BellMessages.For([person.Id], now));
        }

        return count;
    }
}
