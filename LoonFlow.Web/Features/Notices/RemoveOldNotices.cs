using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Forgets notices that are older than they are kept. Answers how many.</summary>
public sealed record RemoveOldNotices;

public sealed class RemoveOldNoticesHandler(LoonFlowDb db, TimeProvider clock, IOptions<NoticesOptions> options)
{
    public async Task<Result<int>> HandleAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - options.Value.KeptFor;
        await db.ToldNotices.Where(told => told.At < before).ExecuteDeleteAsync(ct);

        return await db.Notices.Where(notice => notice.At < before).ExecuteDeleteAsync(ct);
    }
}
