using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Forgets nonces whose time would not be accepted any more, and results of requests that were kept long enough. Answers how many.</summary>
public sealed record RemoveOldRequests(DateTimeOffset RepeatsBefore)
{
    /// <summary>Twice what two clocks may differ, and more.</summary>
    public static readonly TimeSpan NoncesKept = TimeSpan.FromMinutes(10);
}

public sealed class RemoveOldRequestsHandler(LoonFlowDb db, TimeProvider clock)
{
    public async Task<Result<int>> HandleAsync(RemoveOldRequests command, CancellationToken ct)
    {
        var before = clock.GetUtcNow() - RemoveOldRequests.NoncesKept;

        return await db.RequestNonces.Where(nonce => nonce.At < before).ExecuteDeleteAsync(ct)
            + await db.RepeatableAnswers.Where(answer => answer.At < command.RepeatsBefore).ExecuteDeleteAsync(ct);
    }
}
