using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets.Lists;

/// <summary>From what is asked for to rows of a query. Whatever the category, only what the reader may view.</summary>
internal static class TicketFiltering
{
    private static readonly FlowLogAction[] Work = [FlowLogAction.TransitionTaken, FlowLogAction.Voted, FlowLogAction.Returned];

    public static IQueryable<Ticket> Matching(this LoonFlowDb db, TicketFilter filter, Actor reader, IReadOnlyDictionary<WorkflowId, Workflow> catalogue) =>
        Placed(Narrowed(db, OfCategory(db, filter, reader, catalogue), filter), filter);

    public static IQueryable<Ticket> Ordered(this IQueryable<Ticket> tickets, TicketFilter filter) => filter.OldestFirst
        ? tickets.OrderBy(ticket => ticket.CreatedAt).ThenBy(ticket => ticket.Id)
        : tickets.OrderByDescending(ticket => ticket.CreatedAt).ThenByDescending(ticket => ticket.Id);

    private static IQueryable<Ticket> OfCategory(LoonFlowDb db, TicketFilter filter, Actor reader, IReadOnlyDictionary<WorkflowId, Workflow> catalogue)
    {
        // An application that names nobody has no tickets of its own: it sees those of its workflows.
        return reader is not Actor.Person person ? db.ReachableBy(reader)
            : filter.IsAdministered ? Granted(db, person, catalogue, WorkflowPermission.Administer)
            : Tickets(db, filter.Category, person, catalogue);
    }

    private static IQueryable<Ticket> Tickets(LoonFlowDb db, TicketCategory category, Actor.Person person, IReadOnlyDictionary<WorkflowId, Workflow> catalogue)
    {
        switch (category)
        {
            case TicketCategory.Owner:
                return db.ReachableBy(person).Where(ticket => ticket.Creator == person.Id);
            case TicketCategory.Duty:
                var todo = db.TodoOf(person);
                return db.ReachableBy(person).Where(ticket => todo.Contains(ticket.Id));
            case TicketCategory.Relation:
                var related = db.RelatedTo(person);
                return db.ReachableBy(person).Where(ticket => related.Contains(ticket.Id));
            case TicketCategory.Worked:
                var worked = db.FlowLog.Where(entry => entry.By == person.Id && Work.Contains(entry.Action)).Select(entry => entry.Ticket);
                return db.VisibleTo(person, catalogue.Values).Where(ticket => worked.Contains(ticket.Id));
            case TicketCategory.View:
                return Granted(db, person, catalogue, WorkflowPermission.View);
            case TicketCategory.Intervene:
                return Granted(db, person, catalogue, WorkflowPermission.Intervene);
            default:
                return db.VisibleTo(person, catalogue.Values);
        }
    }

    private static IQueryable<Ticket> Granted(
        LoonFlowDb db, Actor.Person person, IReadOnlyDictionary<WorkflowId, Workflow> catalogue, WorkflowPermission permission)
    {
        WorkflowId[] granted = [.. catalogue.Values.Where(workflow => PermissionRules.May(workflow.Access, person, permission)).Select(workflow => workflow.Id)];

        return db.ReachableBy(person).Where(ticket => granted.Contains(ticket.Workflow));
    }

    private static IQueryable<Ticket> Narrowed(LoonFlowDb db, IQueryable<Ticket> tickets, TicketFilter filter)
    {
        if (filter.Serial is { } serial)
        {
            tickets = tickets.Where(ticket => ticket.Serial.StartsWith(serial));
        }

        if (filter.Title is { } title)
        {
            tickets = tickets.Where(db.TitleContains(title));
        }

        if (filter.CreatedFrom is { } from)
        {
            tickets = tickets.Where(ticket => ticket.CreatedAt >= from);
        }

        if (filter.CreatedTo is { } to)
        {
            tickets = tickets.Where(ticket => ticket.CreatedAt <= to);
        }

        if (filter.Workflows is { } workflows)
        {
            tickets = tickets.Where(ticket => workflows.Contains(ticket.Workflow));
        }

        if (filter.Tickets is { } ids)
        {
            tickets = tickets.Where(ticket => ids.Contains(ticket.Id));
        }

        if (filter.Status is { } status)
        {
            tickets = tickets.Where(ticket => ticket.Status == status);
        }

        return tickets;
    }

    private static IQueryable<Ticket> Placed(IQueryable<Ticket> tickets, TicketFilter filter)
    {
        if (filter.States is { } states)
        {
            tickets = tickets.Where(ticket =>
                (ticket.EndedAt != null && states.Contains(ticket.State)) || ticket.Visits.Any(visit => visit.LeftAt == null && states.Contains(visit.State)));
        }

        if (filter.IsOver is { } isOver)
        {
            tickets = tickets.Where(ticket => ticket.EndedAt != null == isOver);
        }

        if (filter.IsRejected is { } isRejected)
        {
            tickets = tickets.Where(ticket => ticket.Status == TicketStatus.Returned == isRejected);
        }

        if (filter.Parent is { } parent)
        {
            tickets = tickets.Where(ticket => ticket.Parent == parent);
        }

        if (filter.ParentState is { } parentState)
        {
            tickets = tickets.Where(ticket => ticket.ParentState == parentState);
        }

        return tickets;
    }
}
