using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Outbox;

/// <summary>A run of a script or hook is to begin.</summary>
/// <param name="RetriedBy">Who asked for it; null when the ticket just came there.</param>
public sealed record AutomationMessage(TicketId Ticket, int Visit, int Run, UserId? RetriedBy);
