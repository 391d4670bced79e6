using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Outbox;

/// <summary>Something that one event hook is told of.</summary>
/// <param name="Event">Names it for ever, for whoever hears of it in several ways.</param>
public sealed record EventHookMessage(TicketId Ticket, string Hook, Guid Event, TicketNews News);
