using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Children;

/// <summary>Children that are still open although their parent does not wait for them any more.</summary>
public sealed class OpenChildren(IDbContextFactory<LoonFlowDb> databases, WorkflowStore workflows)
{
    /// <summary>Those that end with their parent, and the parent's serial.</summary>
    public async Task<(string Parent, IReadOnlyList<TicketId> Children)> LeftBehindAsync(TicketId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var parent = await db.Tickets.AsNoTracking().IgnoreQueryFilters()
            .Include(ticket => ticket.Visits.Where(visit => visit.LeftAt == null))
            .AsSingleQuery()
            .SingleOrDefaultAsync(ticket => ticket.Id == id, ct);

        if (parent is null)
        {
            return (string.Empty, []);
        }

        var workflow = await workflows.VersionAsync(parent.Version, ct);
        var open = await db.Tickets.AsNoTracking().Where(child => child.Parent == id && child.EndedAt == null).OrderBy(child => child.Id).ToListAsync(ct);

        return (parent.Serial, [.. open.Where(child => ChildrenRules.EndsWithParent(workflow, parent, child)).Select(child => child.Id)]);
    }
}
