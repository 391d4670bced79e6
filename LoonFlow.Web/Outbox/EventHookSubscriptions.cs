using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Outbox;

/// <summary>Which event hooks of a workflow hear of a decision: one message each, so that each is retried on its own.</summary>
internal static class EventHookSubscriptions
{
    public static IEnumerable<OutboxMessage> Messages(WorkflowVersion workflow, IReadOnlyList<TicketEventRow> events) =>
    [
        .. from told in events
           from hook in workflow.Document.EventHooks
           where TriggerOf(told.News.Kind) is { } trigger && hook.Triggers.Contains(trigger)
           select Message(told, hook),
    ];

    private static EventHookTrigger? TriggerOf(TicketNewsKind kind) => kind switch
    {
        TicketNewsKind.Created => EventHookTrigger.Created,
        TicketNewsKind.Moved => EventHookTrigger.Moved,
        TicketNewsKind.Returned => EventHookTrigger.Returned,
        TicketNewsKind.Finished => EventHookTrigger.Finished,
        TicketNewsKind.Closed => EventHookTrigger.Closed,
        _ => null,
    };

    private static OutboxMessage Message(TicketEventRow told, EventHook hook)
    {
        var about = $"{hook.Name} → {hook.Call.Url.Split('?', '#')[0]}";

        return new OutboxMessage
        {
            Id = Guid.CreateVersion7(told.News.At),
            Listener = Subscriptions.EventHooks,
            Ticket = told.Ticket,
            About = about.Length > OutboxMessage.MaxAboutLength ? about[..OutboxMessage.MaxAboutLength] : about,
            Content = DomainJson.Write(new EventHookMessage(told.Ticket, hook.Name, told.Id, told.News)),
            CreatedAt = told.News.At,
            DueAt = told.News.At,
        };
    }
}
