using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows.Overview;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>What may be filed, as the catalogue shows it.</summary>
public sealed class WorkflowQueries(DesignAccess access, WorkflowStore workflows, CompanyStore companies, IDbContextFactory<LoonFlowDb> databases)
{
    private const int TicketsLookedAt = 50;

    /// <summary>Workflows that take tickets of this person.</summary>
    /// <param name="person">Who wants to file, and whose tickets tell what is used often.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<WorkflowCatalogue> CatalogueAsync(Actor.Person person, CancellationToken ct)
    {
        Workflow[] taking = [.. (await workflows.CatalogueAsync(ct)).Values.Where(workflow => workflow.TakesTickets)];
        var versions = await workflows.VersionsAsync(taking.Select(workflow => workflow.Published!.Value), ct);
        Workflow[] open = [.. taking.Where(workflow => CreationRules.WhyNot(versions[workflow.Published!.Value].Document.Limits, person) is null)];

        await using var db = await databases.CreateDbContextAsync(ct);
        var used = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.Creator == person.Id)
            .OrderByDescending(ticket => ticket.CreatedAt)
            .Take(TicketsLookedAt)
            .Select(ticket => ticket.Workflow)
            .ToListAsync(ct);

        return new WorkflowCatalogue(open, [.. used.Distinct()])
        {
            Administered = open.Where(workflow => PermissionRules.MayAdminister(workflow.Access, person)).Select(workflow => workflow.Id).ToHashSet(),
        };
    }

    /// <summary>Who may do what with a workflow's tickets; null for those who do not administer it.</summary>
    public async Task<WorkflowAccess?> AccessAsync(WorkflowId id, Actor.Person person, CancellationToken ct) =>
        (await access.FindAsync(id, person, ct))?.Access;

    /// <summary>A workflow as it was published; null for those who do not administer it.</summary>
    public async Task<WorkflowOverview?> OverviewAsync(WorkflowId id, Actor.Person person, CancellationToken ct) =>
        await access.FindAsync(id, person, ct) is { Published: { } version } workflow
            ? new WorkflowOverview(workflow, await workflows.VersionAsync(version, ct), await companies.GetAsync(ct)) { Catalogue = await workflows.CatalogueAsync(ct) }
            : null;
}
