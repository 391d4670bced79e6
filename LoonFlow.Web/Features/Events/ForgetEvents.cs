using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Events;

/// <summary>Forgets the oldest numbered events that happened before a moment, and remembers up to where. Answers how many.</summary>
public sealed record ForgetEvents(DateTimeOffset Before)
{
    public const int AtOnce = 1_000;
}

public sealed class ForgetEventsHandler(LoonFlowDb db)
{
    public async Task<Result<int>> HandleAsync(ForgetEvents command, CancellationToken ct)
    {
        await db.LockAsync(NumberEvents.Lock, ct);

        var oldest = await db.TicketEvents.AsNoTracking()
            .Where(row => row.Number != null)
            .OrderBy(row => row.Number)
            .Take(ForgetEvents.AtOnce)
            .Select(row => new { row.Number, row.At })
            .ToListAsync(ct);

        if (oldest.TakeWhile(row => row.At < command.Before).LastOrDefault()?.Number is not { } last)
        {
            return 0;
        }

        var counter = await db.TicketEventCounters.SingleAsync(row => row.Id == TicketEventCounter.TheOne, ct);
        counter.Forgotten = last;

        return await db.TicketEvents.Where(row => row.Number <= last).ExecuteDeleteAsync(ct);
    }
}
