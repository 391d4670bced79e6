using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>What waits for somebody after what they have just done.</summary>
public sealed record NextTicket(TicketId Id, string Title);
