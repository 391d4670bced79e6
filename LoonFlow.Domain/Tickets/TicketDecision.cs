using LoonFlow.Domain.Access;

namespace LoonFlow.Domain.Tickets;

/// <summary>What will happen to a ticket: decided, not yet done.</summary>
public sealed record TicketDecision(Actor By, DateTimeOffset At, IReadOnlyList<TicketEvent> Events);
