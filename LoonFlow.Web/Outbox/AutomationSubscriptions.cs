using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Outbox;

/// <summary>What of a decision begins a script or a hook: one message per run.</summary>
internal static class AutomationSubscriptions
{
    public static IEnumerable<OutboxMessage> Messages(Ticket ticket, TicketDecision decision) => decision.Events
        .OfType<TicketEvent.AutomationDue>()
        .Where(due => due.Kind is AutomationKind.Script or AutomationKind.Hook)
        .Select(due => new OutboxMessage
        {
            Id = Guid.CreateVersion7(decision.At),
            Listener = due.Kind is AutomationKind.Script ? Subscriptions.Scripts : Subscriptions.Hooks,
            Ticket = ticket.Id,
            Content = DomainJson.Write(new AutomationMessage(ticket.Id, due.Visit, due.Run, RetriedBy(due, decision.By))),
            CreatedAt = decision.At,
            DueAt = decision.At,
        });

    /// <summary>The first run begins because the ticket came there, whoever moved it; the others because somebody asked for them.</summary>
    private static Domain.Organization.UserId? RetriedBy(TicketEvent.AutomationDue due, Actor by) => due.Run > 1 && by is Actor.Person person ? person.Id : null;
}
