using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Outbox;

/// <summary>Something that one event hook is told of, as the ticket was at that moment.</summary>
/// <param name="By">Who did it; null when it was LoonFlow itself.</param>
public sealed record EventHookMessage(
    TicketId Ticket,
    string Hook,
    EventHookTrigger Trigger,
    DateTimeOffset At,
    UserId? By,
    string Comment,
    StateId State,
    TicketStatus Status,
    int Revision,
    string Title,
    FieldValues Values);
