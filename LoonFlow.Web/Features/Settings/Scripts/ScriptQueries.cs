using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Scripts;

/// <summary>A script in the list, with its latest run.</summary>
public sealed record ScriptLine(long Id, string Name, string StoredName, string Description, bool IsActive, DateTimeOffset ChangedAt, DateTimeOffset? LastRun, bool LastRunFailed)
{
    /// <summary>Null when an import brought it.</summary>
    public long? ChangedBy { get; init; }
}

/// <summary>One run of a script.</summary>
/// <param name="EndedAt">Null while it runs, and for ever when it was interrupted.</param>
public sealed record ScriptRunLine(long Id, TicketId Ticket, string Serial, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, Refusal? Problem, string Output, string Error);

/// <summary>Scripts and their runs, for administrators. Anybody else gets null.</summary>
public sealed class ScriptQueries(IDbContextFactory<LoonFlowDb> databases, SettingsAccess access)
{
    private const int RunsShown = 20;

    public async Task<IReadOnlyList<ScriptLine>?> ListAsync(Actor reader, CancellationToken ct)
    {
        if (await access.WhyNotAsync(reader, ct) is not null)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.Scripts.AsNoTracking()
            .OrderBy(script => script.Name)
            .Select(script => new
            {
                script.Id,
                script.Name,
                script.StoredName,
                script.Description,
                script.IsActive,
                script.ChangedAt,
                script.ChangedBy,
                Last = db.AutomationAttempts
                    .Where(attempt => attempt.IsScript && attempt.Target == script.StoredName)
                    .OrderByDescending(attempt => attempt.Id)
                    .Select(attempt => new { attempt.StartedAt, Failed = attempt.Problem != null })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);

        return [.. rows.Select(row => new ScriptLine(
            row.Id, row.Name, row.StoredName, row.Description, row.IsActive, row.ChangedAt, row.Last?.StartedAt, row.Last?.Failed is true) { ChangedBy = row.ChangedBy })];
    }

    public async Task<StoredScript?> FindAsync(long id, Actor reader, CancellationToken ct)
    {
        if (await access.WhyNotAsync(reader, ct) is not null)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.Scripts.AsNoTracking().SingleOrDefaultAsync(script => script.Id == id, ct);
    }

    /// <summary>The latest runs of a script, the newest first.</summary>
    public async Task<IReadOnlyList<ScriptRunLine>> RunsAsync(string storedName, Actor reader, CancellationToken ct)
    {
        if (await access.WhyNotAsync(reader, ct) is not null)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.AutomationAttempts.AsNoTracking()
            .Where(attempt => attempt.IsScript && attempt.Target == storedName)
            .OrderByDescending(attempt => attempt.Id)
            .Take(RunsShown)
            .Join(db.Tickets, attempt => attempt.Ticket, ticket => ticket.Id, (attempt, ticket) => new { Attempt = attempt, ticket.Serial })
            .OrderByDescending(run => run.Attempt.Id)
            .Select(run => new ScriptRunLine(
                run.Attempt.Id, run.Attempt.Ticket, run.Serial, run.Attempt.StartedAt, run.Attempt.EndedAt, run.Attempt.Problem, run.Attempt.Output, run.Attempt.Error))
            .ToListAsync(ct);
    }
}
