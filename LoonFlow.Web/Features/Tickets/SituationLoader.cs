using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Loads everything that a decision about a ticket depends on, in one round trip.</summary>
public sealed class SituationLoader(LoonFlowDb db, CompanyStore companies, WorkflowStore workflows, TimeProvider clock)
{
    /// <param name="id">The ticket.</param>
    /// <param name="actor">Who wants something; seen as the company knows them now, not as the caller remembers them.</param>
    /// <param name="revision">The revision that the actor decided on; null decides on whatever is there.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Situation>> LoadAsync(TicketId id, Actor actor, int? revision, CancellationToken ct)
    {
        var asked = db.AskedOf(actor is Actor.Person known ? TicketVisibility.KeysOf(known) : MyKeys.None);
        // A deleted ticket is there for those who may restore it; the rules see to that.
        var loaded = await db.Tickets.IgnoreQueryFilters()
            .Where(ticket => ticket.Id == id)
            .Include(ticket => ticket.Visits.Where(visit => visit.LeftAt == null)).ThenInclude(visit => visit.Asked)
            .AsSingleQuery()
            .Select(ticket => new
            {
                Ticket = ticket,
                IsRelated = asked.Any(row => EF.Property<TicketId>(row, "Ticket") == id),
                Company = db.CacheStamps.Where(stamp => stamp.Name == CacheStamp.Company).Select(stamp => stamp.Value).First(),
                Workflows = db.CacheStamps.Where(stamp => stamp.Name == CacheStamp.Workflows).Select(stamp => stamp.Value).First(),
            })
            .SingleOrDefaultAsync(ct);

        if (loaded is null)
        {
            return TicketRefusals.NotFound;
        }

        var company = await companies.AtAsync(loaded.Company, ct);

        if (actor.AsKnownBy(company) is not { } now)
        {
            return TicketRefusals.UnknownActor;
        }

        if (!now.Reaches(loaded.Ticket.Workflow))
        {
            return ApplicationRefusals.WorkflowNotGranted;
        }

        var access = (await workflows.CatalogueAtAsync(loaded.Workflows, ct))[loaded.Ticket.Workflow].Access;
        var facts = new DecisionFacts
        {
            Now = clock.GetUtcNow(),
            Company = company,
            Access = access,
            IsRelated = loaded.IsRelated,
            Draw = (uint)Random.Shared.NextInt64(uint.MaxValue),
        };
        var situation = new Situation(await workflows.VersionAsync(loaded.Ticket.Version, ct), loaded.Ticket, now, facts);

        return !situation.MayView ? TicketRefusals.NotFound
            : revision is { } seen && seen != loaded.Ticket.Revision ? TicketRefusals.ChangedMeanwhile
            : situation;
    }
}
