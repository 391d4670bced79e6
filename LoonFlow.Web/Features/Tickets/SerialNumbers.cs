using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>
/// Serial numbers: {prefix}_{YYYYMMDD}{NNNN}, counted per day in the installation's zone (spec B.4). Taken outside the
/// ticket's commit, so that filing never waits for other people's filing; a number whose ticket failed stays unused.
/// </summary>
public sealed class SerialNumbers(IDbContextFactory<LoonFlowDb> databases, IOptions<InstallationOptions> installation)
{
    public async Task<string> NextAsync(Actor creator, WorkflowVersion workflow, DateTimeOffset now, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, installation.Value.Zone).DateTime);
        await using var db = await databases.CreateDbContextAsync(ct);
        var number = await db.NextSerialAsync(day, ct);

        // An application that has a prefix finds its tickets by it, whatever workflow they are of.
        var prefix = creator.Application?.SerialPrefix ?? workflow.Document.SerialPrefix ?? installation.Value.SerialPrefix;

        return string.Create(CultureInfo.InvariantCulture, $"{prefix}_{day:yyyyMMdd}{number:D4}");
    }
}
