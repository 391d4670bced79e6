using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>What may be filed, as the catalogue shows it.</summary>
public sealed class WorkflowQueries(WorkflowStore workflows, IDbContextFactory<LoonFlowDb> databases)
{
    private const int TicketsLookedAt = 50;

    /// <summary>Workflows that take tickets.</summary>
    /// <param name="person">Whose tickets tell what is used often.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<WorkflowCatalogue> CatalogueAsync(Actor.Person person, CancellationToken ct)
    {
        Workflow[] open = [.. (await workflows.CatalogueAsync(ct)).Values.Where(workflow => workflow.TakesTickets)];

        await using var db = await databases.CreateDbContextAsync(ct);
        var used = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.Creator == person.Id)
            .OrderByDescending(ticket => ticket.CreatedAt)
            .Take(TicketsLookedAt)
            .Select(ticket => ticket.Workflow)
            .ToListAsync(ct);

        return new WorkflowCatalogue(open, [.. used.Distinct()]);
    }
}
