using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Outbox;

/// <summary>What of a decision concerns child tickets: they are to be started or to end, or one of them has ended.</summary>
internal static class ChildrenSubscriptions
{
    public static IEnumerable<OutboxMessage> Messages(WorkflowVersion workflow, Ticket ticket, TicketDecision decision) =>
        Work(workflow, ticket, decision).Select(work => new OutboxMessage
        {
            Id = Guid.CreateVersion7(decision.At),
            Listener = Subscriptions.Children,
            Ticket = ticket.Id,
            Content = DomainJson.Write(work),
            CreatedAt = decision.At,
            DueAt = decision.At,
        });

    private static IEnumerable<ChildrenWork> Work(WorkflowVersion workflow, Ticket ticket, TicketDecision decision)
    {
        foreach (var due in decision.Events.OfType<TicketEvent.AutomationDue>().Where(due => due.Kind is AutomationKind.Children))
        {
            yield return new ChildrenWork.Start(ticket.Id, due.State, due.Visit, due.Run);
        }

        if (ticket is { Parent: { } parent, ParentState: { } state } && decision.Events.Any(EndsIt))
        {
            yield return new ChildrenWork.Check(parent, state, ticket.ParentVisit, ticket.Id);
        }

        // Filed by a caller while the parent was leaving: nobody else would look at it again.
        if (ticket is { Parent: { } left, ChildKey: null } && decision.Events.Any(happened => happened is TicketEvent.Submitted))
        {
            yield return new ChildrenWork.End(left);
        }

        if (decision.Events.Any(happened => happened is TicketEvent.StateLeft) && workflow.States.Any(one => one.Children is { EndWithParent: true }))
        {
            yield return new ChildrenWork.End(ticket.Id);
        }
    }

    private static bool EndsIt(TicketEvent happened) =>
        happened is TicketEvent.Ended or TicketEvent.Closed or TicketEvent.Deleted or TicketEvent.Restored;
}

/// <summary>Something to do about a parent and its children.</summary>
/// <param name="Parent">The parent.</param>
public abstract record ChildrenWork(TicketId Parent)
{
    /// <summary>The children of a visit are to be filed.</summary>
    public sealed record Start(TicketId Parent, StateId State, int Visit, int Run) : ChildrenWork(Parent);

    /// <summary>A child has ended: perhaps the parent goes on. Children that callers filed name no visit.</summary>
    public sealed record Check(TicketId Parent, StateId State, int? Visit, TicketId Child) : ChildrenWork(Parent);

    /// <summary>The parent has left a state: perhaps open children end.</summary>
    public sealed record End(TicketId Parent) : ChildrenWork(Parent);
}
