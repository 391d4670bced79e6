using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Children;

/// <summary>Moves a parent on when enough of its children have ended (spec B.18 [R]). Refused while it still waits, or has gone on already.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="State">The state that it waits in.</param>
/// <param name="Visit">The visit; null where callers file the children, which then counts for the visit that is open.</param>
/// <param name="Child">The child that just ended, if one did.</param>
public sealed record CheckChildren(TicketId Parent, StateId State, int? Visit, TicketId? Child);

public sealed class CheckChildrenHandler(LoonFlowDb db, TicketDecisions decisions)
{
    public async Task<Result<TicketId>> HandleAsync(CheckChildren command, Actor actor, CancellationToken ct)
    {
        // The parent before its children: the revision sees to it that it is still the same when the children have been read.
        var waiting = await db.Tickets.AsNoTracking()
            .Where(parent => parent.Id == command.Parent)
            .SelectMany(parent => parent.Visits, (parent, visit) => new { parent.Revision, Visit = visit })
            .Where(row => row.Visit.LeftAt == null && row.Visit.State == command.State && (command.Visit == null || row.Visit.Number == command.Visit))
            .Select(row => new { row.Revision, row.Visit.Number, row.Visit.EnteredAt })
            .FirstOrDefaultAsync(ct);

        if (waiting is null)
        {
            return TicketRefusals.StateLeft;
        }

        // Deleted ones have ended too. Those that callers filed belong to the visit that was open then.
        var children = await db.Tickets.AsNoTracking().IgnoreQueryFilters()
            .Where(child => child.Parent == command.Parent)
            .Where(child => child.ParentVisit == waiting.Number
                || (child.ParentVisit == null && child.ParentState == command.State && child.CreatedAt >= waiting.EnteredAt))
            .OrderBy(child => child.Id)
            .ToListAsync(ct);

        return await decisions.DecideAsync(
            command.Parent,
            actor,
            waiting.Revision,
            situation => ChildrenRules.Release(situation, waiting.Number, children, command.Child),
            ct,
            situation => ChildrenRules.WhyNotRelease(situation, waiting.Number, children) is null ? TicketDecisions.BehindTheState(situation, waiting.Number) : []);
    }
}
