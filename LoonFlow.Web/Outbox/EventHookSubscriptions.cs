using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Outbox;

/// <summary>Which event hooks of a workflow hear of a decision: one message each, so that each is retried on its own.</summary>
internal static class EventHookSubscriptions
{
    public static IEnumerable<OutboxMessage> Messages(WorkflowVersion workflow, Ticket ticket, TicketDecision decision)
    {
        if (workflow.Document.EventHooks is [])
        {
            return [];
        }

        return
        [
            .. from told in Told(decision)
               from hook in workflow.Document.EventHooks
               where hook.Triggers.Contains(told.Trigger)
               select Message(ticket, decision, hook, told.Trigger, told.Comment),
        ];
    }

    /// <summary>What a decision amounts to for others: one entry per trigger, however many events spell it out.</summary>
    private static IEnumerable<(EventHookTrigger Trigger, string Comment)> Told(TicketDecision decision) => decision.Events
        .Select(happened => (Trigger: TriggerOf(happened, decision), Comment: CommentOf(happened, decision)))
        .Where(told => told.Trigger is not null)
        .DistinctBy(told => told.Trigger)
        .Select(told => (told.Trigger!.Value, told.Comment));

    private static EventHookTrigger? TriggerOf(TicketEvent happened, TicketDecision decision) => happened switch
    {
        TicketEvent.Submitted => EventHookTrigger.Created,
        TicketEvent.TransitionTaken { Kind: TransitionKind.Refuse } or TicketEvent.VoteDecided { Kind: TransitionKind.Refuse } => EventHookTrigger.Returned,
        TicketEvent.Returned or TicketEvent.TakenBack or TicketEvent.Withdrawn => EventHookTrigger.Returned,
        TicketEvent.TransitionTaken or TicketEvent.VoteDecided or TicketEvent.Jumped or TicketEvent.Reopened => EventHookTrigger.Moved,

        // Whatever ends a ticket outside the flow closes it: closing, deleting, a move to an end.
        TicketEvent.Closed => EventHookTrigger.Closed,
        TicketEvent.Ended => decision.Events.Any(other => other is TicketEvent.StatusChanged { Status: TicketStatus.Closed }) ? EventHookTrigger.Closed : EventHookTrigger.Finished,
        _ => null,
    };

    private static string CommentOf(TicketEvent happened, TicketDecision decision) => happened switch
    {
        TicketEvent.Submitted e => e.Comment,
        TicketEvent.TransitionTaken e => e.Comment,
        TicketEvent.Returned e => e.Comment,
        TicketEvent.TakenBack e => e.Comment,
        TicketEvent.Withdrawn e => e.Comment,
        TicketEvent.Jumped e => e.Comment,
        TicketEvent.Reopened e => e.Comment,
        TicketEvent.Closed e => e.Comment,
        TicketEvent.Ended => decision.Events.OfType<TicketEvent.Deleted>().FirstOrDefault()?.Comment ?? string.Empty,
        _ => string.Empty,
    };

    private static OutboxMessage Message(Ticket ticket, TicketDecision decision, EventHook hook, EventHookTrigger trigger, string comment)
    {
        var by = (decision.By as Actor.Person)?.Id;
        var about = $"{hook.Name} → {hook.Call.Url.Split('?', '#')[0]}";

        return new OutboxMessage
        {
            Id = Guid.CreateVersion7(decision.At),
            Listener = Subscriptions.EventHooks,
            Ticket = ticket.Id,
            About = about.Length > OutboxMessage.MaxAboutLength ? about[..OutboxMessage.MaxAboutLength] : about,
            Content = DomainJson.Write(new EventHookMessage(
                ticket.Id, hook.Name, trigger, decision.At, by, comment, ticket.State, ticket.Status, ticket.Revision, ticket.Title, ticket.Values)),
            CreatedAt = decision.At,
            DueAt = decision.At,
        };
    }
}
