using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace LoonFlow.Web.Timers;

/// <summary>
/// The tables of the scheduler on SQL Server. Quartz makes its own on PostgreSQL; on SQL Server its provisioning needs
/// more than every engine has, so its script, which only ever creates what is missing, is run from here.
/// </summary>
internal static class QuartzTables
{
    public const string Prefix = "QRTZ_";

    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_sqlServer.sql";
    private const string Separator = "--;;";

    public static async Task AddSchedulerTablesAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync(ct);

        if (db is not SqlServerDb)
        {
            return;
        }

        foreach (var statement in Statements())
        {
            // The text of a resource; braces are doubled because this reads as a format.
            await db.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ct);
        }
    }

    internal static IReadOnlyList<string> Statements()
    {
        using var stream = typeof(IScheduler).Assembly.GetManifestResourceStream(Script)
            ?? throw new InvalidOperationException($"This version of Quartz has no {Script}.");
        using var reader = new StreamReader(stream);

        return
        [
            .. reader.ReadToEnd().ReplaceLineEndings("\n").Split($"\n{Separator}\n")
                .Select(part => part.Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal).Trim())
                .Where(part => part.Split('\n').Any(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal))),
        ];
    }
}
