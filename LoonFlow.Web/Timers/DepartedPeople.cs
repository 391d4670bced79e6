using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Mappings;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Timers;

/// <summary>Finds visits that wait for people who are gone, and lets the engine decide what becomes of them.</summary>
public sealed class DepartedPeople(IDbContextFactory<LoonFlowDb> databases, CompanyStore companies, UseCases useCases, ILogger<DepartedPeople> log)
{
    /// <summary>Reconsiders each such visit once and says for how many that changed something.</summary>
    public async Task<int> ReconsiderAsync(CancellationToken ct)
    {
        var changed = 0;

        foreach (var (ticket, visit) in await FindAsync(ct))
        {
            changed += await ReconsiderAsync(ticket, visit, ct) ? 1 : 0;
        }

        return changed;
    }

    /// <summary>From those who left, and the groups that nobody is in any more, to what still waits for them.</summary>
    private async Task<IReadOnlyList<(TicketId Ticket, int Visit)>> FindAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var company = await companies.GetAsync(ct);
        long[] gone = [.. company.Users.Where(user => !user.IsActive).Select(user => user.Id.Value)];
        long[] roles = [.. company.Roles.Where(role => company.MembersOf(role.Id).Count == 0).Select(role => role.Id.Value)];
        long[] departments = [.. company.Departments.Where(department => company.MembersOf(department.Id).Count == 0).Select(department => department.Id.Value)];

        var waiting = await db.VisitParticipants.AsNoTracking()
            .Where(asked => asked.MustAct
                && ((asked.Kind == ParticipantKind.Person && gone.Contains(asked.Key))
                    || (asked.Kind == ParticipantKind.Role && roles.Contains(asked.Key))
                    || (asked.Kind == ParticipantKind.Department && departments.Contains(asked.Key))))
            .Select(asked => new
            {
                Ticket = EF.Property<TicketId>(asked, VisitParticipantMapping.Ticket),
                Visit = EF.Property<int>(asked, VisitParticipantMapping.Visit),
            })
            .Distinct()
            .ToListAsync(ct);

        return [.. waiting.Select(row => (row.Ticket, row.Visit))];
    }

    private async Task<bool> ReconsiderAsync(TicketId ticket, int visit, CancellationToken ct)
    {
        try
        {
            var result = await useCases.RunAsync(
                (ReconsiderVisitHandler handler) => handler.HandleAsync(new ReconsiderVisit(ticket, visit), new Actor.Engine(), ct), ct);

            return result.Succeeded;
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            // A job's edge: one ticket that cannot be decided must not hold up the others; the next minute tries again.
            log.LogError(exception, "Visit {Visit} of ticket {Ticket} could not be reconsidered", visit, ticket.Value);

            return false;
        }
    }
}
