using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Children;

/// <summary>Whether a ticket may be filed as the child of another (spec B.1).</summary>
public sealed class ParentLinks(LoonFlowDb db, SituationLoader situations)
{
    /// <summary>The child that was started for this already; null when none was.</summary>
    public Task<TicketId?> FindAsync(ParentLink link, CancellationToken ct) => db.Tickets.IgnoreQueryFilters()
        .Where(child => child.Parent == link.Ticket && child.ParentVisit == link.Visit && child.ChildKey == link.Key && child.ChildKey != null)
        .Select(child => (TicketId?)child.Id)
        .FirstOrDefaultAsync(ct);

    /// <summary>Why not: the parent is unknown to whoever files, or elsewhere. Null when it may.</summary>
    public async Task<Refusal?> WhyNotAsync(ParentLink link, Actor.Person creator, CancellationToken ct)
    {
        var parent = await situations.LoadAsync(link.Ticket, creator, revision: null, ct);

        return !parent.Succeeded ? ChildrenRefusals.ParentUnknown
            : !parent.Value.Ticket.OpenVisits.Any(visit => visit.State == link.State && (link.Visit is null || link.Visit == visit.Number)) ? ChildrenRefusals.ParentElsewhere
            : await IsTooDeepAsync(parent.Value.Ticket, ct) ? ChildrenRefusals.TooDeep
            : null;
    }

    /// <summary>A workflow that starts itself would never end. Few tickets have a parent, and hardly any a grandparent.</summary>
    private async Task<bool> IsTooDeepAsync(Ticket parent, CancellationToken ct)
    {
        var depth = 1;

        for (var above = parent.Parent; above is { } id && depth < ChildrenRules.MaxDepth; depth++)
        {
            above = await db.Tickets.IgnoreQueryFilters().Where(ticket => ticket.Id == id).Select(ticket => ticket.Parent).SingleOrDefaultAsync(ct);
        }

        return depth >= ChildrenRules.MaxDepth;
    }
}
