using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Hooks;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>A workflow as it is opened for designing.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Document">Its draft; what is published where nobody has edited it.</param>
/// <param name="Revision">Of the draft; 0 where there is none yet.</param>
/// <param name="Known">What it may name.</param>
/// <param name="Published">What new tickets take; null while there is nothing.</param>
public sealed record DesignView(Workflow Workflow, WorkflowDocument Document, int Revision, DesignerReferences Known, WorkflowVersion? Published);

/// <summary>Opens workflows for those who design them.</summary>
public sealed class DesignQueries(
    DesignAccess access, WorkflowStore workflows, CompanyStore companies, SecretStore secrets, IdSequences ids, IDbContextFactory<LoonFlowDb> databases)
{
    /// <summary>Null where there is no such workflow, or it is not this person's to design.</summary>
    public async Task<DesignView?> FindAsync(WorkflowId id, Actor.Person person, CancellationToken ct)
    {
        if (await access.FindAsync(id, person, ct) is not { } workflow)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var draft = await db.WorkflowDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Workflow == id, ct);
        var published = workflow.Published is { } version ? await workflows.VersionAsync(version, ct) : null;

        return new DesignView(
            workflow,
            draft?.Document ?? published?.Document ?? new WorkflowDocument { Name = workflow.Name },
            draft?.Revision ?? 0,
            await KnownAsync(db, id, await workflows.CatalogueAsync(ct), ct),
            published);
    }

    /// <summary>How many tickets of the workflow are open; they stay on the versions that they have. None for those who do not design it.</summary>
    public async Task<int> RunningAsync(WorkflowId id, Actor.Person person, CancellationToken ct)
    {
        if (await access.FindAsync(id, person, ct) is null)
        {
            return 0;
        }

        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.Tickets.CountAsync(ticket => ticket.Workflow == id && ticket.EndedAt == null && ticket.DeletedAt == null, ct);
    }

    /// <summary>Ids for new parts of a document.</summary>
    public Task<IReadOnlyList<long>> TakeIdsAsync(int count) => ids.TakeAsync(IdSequences.Workflows, count, CancellationToken.None);

    private async Task<DesignerReferences> KnownAsync(LoonFlowDb db, WorkflowId id, IReadOnlyDictionary<WorkflowId, Workflow> catalogue, CancellationToken ct)
    {
        var others = await workflows.VersionsAsync(catalogue.Values.Where(workflow => workflow.TakesTickets).Select(workflow => workflow.Published!.Value), ct);

        return new DesignerReferences(
            await companies.GetAsync(ct),
            catalogue,
            await db.Scripts.AsNoTracking().OrderBy(script => script.Name)
                .Select(script => new KnownScript(script.Id, script.Name, script.StoredName, script.IsActive)).ToListAsync(ct),
            [.. await secrets.NamesAsync(SecretOwner.Of(id), ct)],
            await db.NoticeChannels.AsNoTracking().OrderBy(channel => channel.Name)
                .Select(channel => new KnownChannel(channel.Id, channel.Name)).ToListAsync(ct))
        {
            Versions = others.Values.ToDictionary(version => version.Workflow),
        };
    }
}
