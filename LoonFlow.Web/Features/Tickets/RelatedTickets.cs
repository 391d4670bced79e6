using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>The parent and the children of a ticket, as far as its reader may view them.</summary>
internal static class RelatedTickets
{
    /// <summary>More children than anyone reads; the others are found in the lists.</summary>
    public const int MaxShown = 100;

    public static async Task<(RelatedTicket? Parent, IReadOnlyList<RelatedTicket> Children)> FindAsync(
        LoonFlowDb db, Ticket ticket, Actor reader, WorkflowStore workflows, CancellationToken ct)
    {
        var asked = db.AskedOf(reader is Actor.Person person ? TicketVisibility.KeysOf(person) : MyKeys.None);
        var (id, parent) = (ticket.Id, ticket.Parent);
        var found = await db.Tickets.AsNoTracking()
            .Where(other => other.Parent == id || other.Id == parent)
            .OrderBy(other => other.Id)
            .Take(MaxShown + 1)
            .Select(other => new
            {
                Ticket = other,
                States = other.Visits.Where(visit => visit.LeftAt == null && visit.Arrivals == null).OrderBy(visit => visit.Number).Select(visit => visit.State).ToList(),
                Runs = other.Visits.Where(visit => visit.LeftAt == null).Select(visit => visit.Automation).ToList(),
                IsRelated = asked.Any(row => EF.Property<TicketId>(row, "Ticket") == other.Id),
            })
            .AsSingleQuery()
            .ToListAsync(ct);

        if (found is [])
        {
            return (null, []);
        }

        var catalogue = await workflows.CatalogueAsync(ct);
        var versions = await workflows.VersionsAsync(found.Select(one => one.Ticket.Version), ct);
        var visible = found
            .Where(one => PermissionRules.MayView(catalogue[one.Ticket.Workflow].Access, one.Ticket, reader, one.IsRelated))
            .Select(one => new RelatedTicket(
                one.Ticket.Id,
                one.Ticket.Serial,
                one.Ticket.Title,
                one.Ticket.Status,
                [.. (one.States is [] ? [one.Ticket.State] : one.States).Distinct().Select(state => versions[one.Ticket.Version].State(state).Name)])
            {
                HasFailed = one.Runs.Any(run => run is { Status: AutomationStatus.Failed }),
            })
            .ToArray();

        return (visible.FirstOrDefault(one => one.Id == parent), [.. visible.Where(one => one.Id != parent)]);
    }
}
