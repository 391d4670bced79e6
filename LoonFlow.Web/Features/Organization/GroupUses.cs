using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Mappings;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Finds what counts on a department or role.</summary>
public sealed class GroupUses(LoonFlowDb db, WorkflowStore workflows)
{
    public async Task<GroupUse> FindAsync(Participant group, CancellationToken ct)
    {
        var waiting = await db.VisitParticipants
            .Where(asked => asked.MustAct && asked.Kind == group.Kind && asked.Key == group.Key)
            .Select(asked => EF.Property<TicketId>(asked, VisitParticipantMapping.Ticket))
            .Distinct()
            .CountAsync(ct);

        return new GroupUse(waiting, await WorkflowAsync(group, ct));
    }

    public async Task<IReadOnlyList<WorkflowGrantRow>> GrantsAsync(Participant group, CancellationToken ct) =>
        await db.WorkflowGrants.Where(grant => grant.Kind == group.Kind && grant.Key == group.Key).ToListAsync(ct);

    /// <summary>Looks at the versions on which tickets are filed or still open.</summary>
    private async Task<string?> WorkflowAsync(Participant group, CancellationToken ct)
    {
        var filed = await db.Workflows.Where(workflow => workflow.Published != null).Select(workflow => workflow.Published!.Value).ToListAsync(ct);
        var open = await db.Tickets.IgnoreQueryFilters().Where(ticket => ticket.EndedAt == null).Select(ticket => ticket.Version).Distinct().ToListAsync(ct);
        var versions = await workflows.VersionsAsync(filed.Concat(open), ct);

        return versions.Values.FirstOrDefault(version => NamedGroups.Names(version.Document, group))?.Document.Name.Text;
    }
}
