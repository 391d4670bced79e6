using LoonFlow.Web.Features;
using LoonFlow.Web.Import.People;
using LoonFlow.Web.Import.Scripts;
using LoonFlow.Web.Import.Workflows;

namespace LoonFlow.Web.Import;

/// <summary>
/// Brings a loonflow installation over from its MySQL dump. People, workflows and scripts are a commit each, so that an import
/// which was interrupted can simply be repeated; one that was finished changes nothing when it is.
/// </summary>
internal sealed class DumpImport(UseCases useCases)
{
    /// <returns>What became of the dump; null when it holds nothing of a loonflow installation.</returns>
    public async Task<ImportReport?> RunAsync(Stream dump, CancellationToken ct, Action? passed = null, MediaFolder? media = null)
    {
        var report = new ImportReport();
        var source = SourceRows.Read(dump, report, passed);

        if (source.IsEmpty)
        {
            return null;
        }

        await useCases.RunAsync((ImportPeopleHandler handler) => handler.HandleAsync(new ImportPeople(source, report), ct), ct);
        await useCases.RunAsync((ImportWorkflowsHandler handler) => handler.HandleAsync(new ImportWorkflows(source, report), ct), ct);
        await useCases.RunAsync((ImportScriptsHandler handler) => handler.HandleAsync(new ImportScripts(source, report, media), ct), ct);

        return report;
    }
}
