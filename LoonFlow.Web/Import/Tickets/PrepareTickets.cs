using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>
/// Makes room for the tickets of a dump: the ids that they keep, serials that count on behind theirs, and a version to stand on
/// where a workflow could not be published.
/// </summary>
internal sealed record PrepareTickets(SourceRows Source, TicketSpool Spool, ImportReport Report);

internal sealed class PrepareTicketsHandler(LoonFlowDb db, IdSequences sequences, TimeProvider clock)
{
    public async Task<Result<KeptIds>> HandleAsync(PrepareTickets command, CancellationToken ct)
    {
        await CountOnAsync(command.Spool.Serials, ct);
        await AddVersionsAsync(command, ct);

        return await KeepIdsAsync(command.Spool.LargestId, ct);
    }

    /// <summary>What an interrupted import kept free, the next one finds free: the range is noted where imported rows are, under the sequence's name.</summary>
    private async Task<KeptIds> KeepIdsAsync(long largest, CancellationToken ct)
    {
        var noted = await db.ImportedRows.AsNoTracking().Where(row => row.Table == IdSequences.Tickets).ToListAsync(ct);
        var ranges = noted.Select(row => (row.SourceId, row.TargetId)).Append(IdSequences.NeverHandedOut).ToList();

        if (ranges.All(range => range.Item2 < largest))
        {
            var first = await db.NextOfSequenceAsync(IdSequences.Tickets, ct);

            if (first <= largest)
            {
                ranges.Add((first, largest));
                db.ImportedRows.Add(new ImportedRow { Table = IdSequences.Tickets, SourceId = first, TargetId = largest, Fingerprint = string.Empty });
            }
        }

        return new KeptIds(ranges);
    }

    private async Task CountOnAsync(SerialDays serials, CancellationToken ct)
    {
        DateOnly[] days = [.. serials.Days.Keys];
        var counters = await db.SerialCounters.Where(counter => days.Contains(counter.Day)).ToDictionaryAsync(counter => counter.Day, ct);

        foreach (var (day, last) in serials.Days)
        {
            if (!counters.TryGetValue(day, out var counter))
            {
                db.SerialCounters.Add(new SerialCounter { Day = day, Last = last });
            }
            else if (counter.Last < last)
            {
                counter.Last = last;
            }
        }
    }

    private async Task AddVersionsAsync(PrepareTickets command, CancellationToken ct)
    {
        var ids = await ImportedIds.LoadAsync(db, ct);

        foreach (var (source, tickets) in command.Spool.Workflows)
        {
            if (ids.Find(SourceTable.Workflows, source) is { } target && command.Source.Find(SourceTable.Workflows, source) is { } row)
            {
                await AddVersionAsync(new WorkflowId(target), row, tickets, ct);
            }
        }
    }

    /// <summary>Tickets that are under way need their workflow as it was, whatever keeps it from taking new ones.</summary>
    private async Task AddVersionAsync(WorkflowId workflow, SourceRow row, int tickets, CancellationToken ct)
    {
        if (await db.WorkflowVersions.AnyAsync(version => version.Workflow == workflow, ct)
            || await db.WorkflowDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Workflow == workflow, ct) is not { Document: var document })
        {
            return;
        }

        if (document.States.Count(state => state.Kind is StateKind.Start) != 1 || document.States.All(state => state.Kind is not StateKind.End))
        {
            row.Note($"it has no start or no end, and {tickets} tickets", "they cannot come: tickets need both");
            return;
        }

        row.Note($"“{document.Name}” cannot be published and has {tickets} tickets", "they stand on a version of their own, which takes no new ones");
        db.WorkflowVersions.Add(new WorkflowVersionRow
        {
            Id = new VersionId(await sequences.NextAsync(IdSequences.Workflows, ct)),
            Workflow = workflow,
            Number = 1,
            Document = document,
            Note = "loonflow",
            PublishedAt = clock.GetUtcNow(),
        });
    }
}
