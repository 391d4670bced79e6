using LoonFlow.Web.Data;
using LoonFlow.Web.Features;
using LoonFlow.Web.Import.Applications;
using LoonFlow.Web.Import.People;
using LoonFlow.Web.Import.Scripts;
using LoonFlow.Web.Import.Sorting;
using LoonFlow.Web.Import.Tickets;
using LoonFlow.Web.Import.Workflows;

namespace LoonFlow.Web.Import;

/// <summary>
/// Brings a loonflow installation over from its MySQL dump. People, workflows, scripts and applications are a commit each, tickets many, so
/// that an import which was interrupted can simply be repeated; one that was finished changes nothing when it is.
/// </summary>
internal sealed class DumpImport(UseCases useCases, TicketImport tickets, IConfiguration settings)
{
    /// <returns>What became of the dump; null when it holds nothing of a loonflow installation.</returns>
    public async Task<ImportReport?> RunAsync(Stream dump, CancellationToken ct, ImportChoices? chosen = null)
    {
        var choices = chosen ?? ImportChoices.Default;
        var report = new ImportReport(choices.Problems);
        using var spool = new TicketSpool(new RowSorter(DataFolder.From(settings).Root, choices.SortingMemory), report);
        var source = SourceRows.Read(dump, report, spool, choices.Passed);

        if (source.IsEmpty && spool.TicketCount == 0)
        {
            return null;
        }

        await useCases.RunAsync((ImportPeopleHandler handler) => handler.HandleAsync(new ImportPeople(source, report), ct), ct);
        await useCases.RunAsync((ImportWorkflowsHandler handler) => handler.HandleAsync(new ImportWorkflows(source, report), ct), ct);
        await useCases.RunAsync((ImportScriptsHandler handler) => handler.HandleAsync(new ImportScripts(source, report, choices.Media), ct), ct);
        await useCases.RunAsync((ImportApplicationsHandler handler) => handler.HandleAsync(new ImportApplications(source, report), ct), ct);

        if (!spool.IsEmpty)
        {
            await tickets.RunAsync(source, spool, report, choices, ct);
        }

        return report;
    }
}
