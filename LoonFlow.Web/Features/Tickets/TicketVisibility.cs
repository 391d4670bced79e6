using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Mappings;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>By which keys participant rows may name a person.</summary>
internal sealed record MyKeys(long Person, IReadOnlyList<long> Departments, IReadOnlyList<long> Roles)
{
    public static readonly MyKeys None = new(0, [], []);
}

/// <summary>What PermissionRules.MayView says about one ticket, said about rows of a query: who may see what in any list.</summary>
internal static class TicketVisibility
{
    public static MyKeys KeysOf(Actor.Person person) =>
        new(person.Id.Value, [.. person.Departments.Select(id => id.Value)], [.. person.Roles.Select(id => id.Value)]);

    /// <summary>Participant rows that name the person, directly or through a group.</summary>
    public static IQueryable<VisitParticipant> AskedOf(this LoonFlowDb db, MyKeys mine) => db.VisitParticipants.Where(asked =>
        (asked.Kind == ParticipantKind.Person && asked.Key == mine.Person)
        || (asked.Kind == ParticipantKind.Department && mine.Departments.Contains(asked.Key))
        || (asked.Kind == ParticipantKind.Role && mine.Roles.Contains(asked.Key)));

    /// <summary>Tickets that the person may view.</summary>
    public static IQueryable<Ticket> VisibleTo(this LoonFlowDb db, Actor.Person person, IEnumerable<Workflow> catalogue)
    {
        var reachable = db.ReachableBy(person);

        if (person.IsAdministrator)
        {
            return reachable;
        }

        WorkflowId[] open =
        [
            .. catalogue
                .Where(workflow => workflow.Access.OpenToAll || PermissionRules.May(workflow.Access, person, WorkflowPermission.View))
                .Select(workflow => workflow.Id),
        ];
        var related = db.RelatedTo(person);

        // Without the first branch where it cannot match, PostgreSQL starts from the few related tickets instead of from all.
        return open is []
            ? reachable.Where(ticket => related.Contains(ticket.Id))
            : reachable.Where(ticket => open.Contains(ticket.Workflow) || related.Contains(ticket.Id));
    }

    /// <summary>Tickets that the actor can touch at all: those of its workflows where an application speaks, else every one.</summary>
    public static IQueryable<Ticket> ReachableBy(this LoonFlowDb db, Actor actor) =>
        actor.Application?.Workflows is { } given ? db.Tickets.Where(ticket => given.Contains(ticket.Workflow)) : db.Tickets;

    /// <summary>Tickets that the person filed, or had to handle now or earlier. Two indexes, one for each half.</summary>
    public static IQueryable<TicketId> RelatedTo(this LoonFlowDb db, Actor.Person person) =>
        db.Tickets.Where(ticket => ticket.Creator == person.Id).Select(ticket => ticket.Id)
            .Union(db.AskedOf(KeysOf(person)).Select(asked => EF.Property<TicketId>(asked, VisitParticipantMapping.Ticket)));

    /// <summary>Tickets that wait for the person; one that names them in several ways comes several times.</summary>
    public static IQueryable<TicketId> TodoOf(this LoonFlowDb db, Actor.Person person) =>
        db.AskedOf(KeysOf(person)).Where(asked => asked.MustAct).Select(asked => EF.Property<TicketId>(asked, VisitParticipantMapping.Ticket));
}
