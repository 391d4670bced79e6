using LoonFlow.Web.Data;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Import.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>
/// Brings the tickets of a dump over, some at a time, each commit whole: an import that was interrupted goes on behind the last
/// one, and memory is bounded by what is committed together.
/// </summary>
internal sealed class TicketImport(
    UseCases useCases,
    IDbContextFactory<LoonFlowDb> databases,
    CompanyStore companies,
    WorkflowStore workflows,
    IdSequences sequences,
    IOptions<InstallationOptions> installation,
    TimeProvider clock)
{
    /// <param name="source">What the installation is set up like; all of it is here already.</param>
    /// <param name="spool">Its tickets.</param>
    /// <param name="report">Takes what became of them.</param>
    /// <param name="choices">How many rows are committed together.</param>
    /// <param name="ct">Ends the import behind the last commit.</param>
    public async Task RunAsync(SourceRows source, TicketSpool spool, ImportReport report, ImportChoices choices, CancellationToken ct)
    {
        var kept = await useCases.RunAsync((PrepareTicketsHandler handler) => handler.HandleAsync(new PrepareTickets(source, spool, report), ct), ct);
        await sequences.RaiseAsync(IdSequences.Tickets, spool.LargestId, ct);
        var surroundings = await SurroundingsAsync(source, spool, report, kept.Value, ct);
        var pieces = new List<TicketPiece>();
        var done = 0;

        foreach (var piece in new TicketPieces(spool, report, choices.CommittedRows).Read())
        {
            pieces.Add(piece);
            done += piece.IsLast ? 1 : 0;

            if (pieces.Sum(one => one.Size) >= choices.CommittedRows)
            {
                await CommitAsync(pieces, surroundings, ct);
                choices.Committed?.Invoke(done, spool.TicketCount);
            }
        }

        await CommitAsync(pieces, surroundings, ct);
        await ListLostParentsAsync(surroundings, ct);
    }

    private async Task CommitAsync(List<TicketPiece> pieces, TicketSurroundings surroundings, CancellationToken ct)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        var result = await useCases.RunAsync((ImportTicketsHandler handler) => handler.HandleAsync(new ImportTickets(pieces, surroundings), ct), ct);

        if (!result.Succeeded)
        {
            throw new ImportInterruptedException("Somebody else changed what was being imported at the same moment. Import the dump again: it goes on where it was.");
        }

        pieces.Clear();
    }

    private async Task<TicketSurroundings> SurroundingsAsync(SourceRows source, TicketSpool spool, ImportReport report, KeptIds kept, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = await ImportedIds.LoadAsync(db, ct);

        return new TicketSurroundings
        {
            Ids = ids,
            Company = await companies.GetAsync(ct),
            People = new HistoryPeople(await UserNames.LoadAsync(db, ct), source, sequences),
            Source = source,
            Report = report,
            Workflows = await WorkflowsAsync(db, source, spool, ids, ct),
            Kept = kept,
            Zone = installation.Value.Zone,
            Now = clock.GetUtcNow(),
        };
    }

    private async Task<IReadOnlyDictionary<long, ImportedWorkflow>> WorkflowsAsync(LoonFlowDb db, SourceRows source, TicketSpool spool, ImportedIds ids, CancellationToken ct)
    {
        var catalogue = await workflows.CatalogueAsync(ct);
        var first = (await db.WorkflowVersions.AsNoTracking().Where(version => version.Number == 1).Select(version => new { version.Workflow, version.Id }).ToListAsync(ct))
            .ToDictionary(version => version.Workflow, version => version.Id);
        var found = new Dictionary<long, ImportedWorkflow>();

        foreach (var id in spool.Workflows.Keys)
        {
            if (ids.Find(SourceTable.Workflows, id) is { } target
                && catalogue.GetValueOrDefault(new(target)) is { } workflow
                && first.TryGetValue(workflow.Id, out var version))
            {
                found[id] = new ImportedWorkflow(await workflows.VersionAsync(version, ct), workflow.Access, ids, source);
            }
        }

        return found;
    }

    /// <summary>Children that came before their parent took its id on trust.</summary>
    private async Task ListLostParentsAsync(TicketSurroundings surroundings, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        foreach (var some in surroundings.Forward.Chunk(500))
        {
            long[] parents = [.. some.Select(link => link.Parent)];
            var came = await db.ImportedRows.Where(row => row.Table == SourceTable.Tickets && parents.Contains(row.SourceId)).ToDictionaryAsync(row => row.SourceId, row => row.TargetId, ct);

            foreach (var (child, parent) in some.Where(link => came.GetValueOrDefault(link.Parent) != link.Parent))
            {
                surroundings.Report.List(SourceTable.Tickets, $"{child}", $"its parent, ticket {parent}, did not come, or not under its id", "its link leads nowhere");
            }
        }
    }
}
