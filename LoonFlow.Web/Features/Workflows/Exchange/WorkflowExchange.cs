using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows.Designer;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>Workflows out as files, and files looked at before they come in.</summary>
public sealed class WorkflowExchange(WorkflowStore workflows, CompanyStore companies, DesignQueries designs, IDbContextFactory<LoonFlowDb> databases)
{
    /// <summary>A workflow as a file: its draft, or a version; null where it is not this person's, or there is no such version.</summary>
    public async Task<(string Name, string Text)?> ExportAsync(WorkflowId id, int? version, Actor.Person person, CancellationToken ct)
    {
        if (await designs.FindAsync(id, person, ct) is not { } view)
        {
            return null;
        }

        var document = view.Document;

        if (version is { } number)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            document = await db.WorkflowVersions.AsNoTracking().Where(row => row.Workflow == id && row.Number == number).Select(row => row.Document).SingleOrDefaultAsync(ct);
        }

        return document is null ? null : (document.Name.ForReader(), WorkflowFile.Write(document, await NamesAsync(ct)));
    }

    public async Task<FileLook> LookAsync(string text, CancellationToken ct)
    {
        var catalogue = await workflows.CatalogueAsync(ct);
        var versions = await workflows.VersionsAsync(catalogue.Values.Select(workflow => workflow.Published).OfType<VersionId>(), ct);
        var childrenOf = versions.Values
            .SelectMany(version => version.States.Select(state => state.Children?.Workflow).OfType<WorkflowId>().Select(child => (version.Workflow, Child: child)))
            .ToLookup(pair => pair.Workflow, pair => pair.Child);

        return WorkflowFileReading.Look(text, await NamesAsync(ct), childrenOf);
    }

    /// <summary>The document of a file that was looked at and has no problems; null while something is not mapped.</summary>
    public async Task<WorkflowDocument?> ReadAsync(string text, IReadOnlyDictionary<ReferenceName, long?> mapping, CancellationToken ct) =>
        WorkflowFileReading.Read(text, await NamesAsync(ct), mapping, out _);

    internal async Task<ReferenceNames> NamesAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return new ReferenceNames(
            await companies.GetAsync(ct),
            await workflows.CatalogueAsync(ct),
            await db.NoticeChannels.AsNoTracking().ToDictionaryAsync(channel => channel.Id, channel => channel.Name, ct),
            (await db.Scripts.AsNoTracking().Select(script => script.StoredName).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal));
    }
}
