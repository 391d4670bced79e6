using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record ClaimTicket(TicketId Ticket, int? Visit, int? Revision);

public sealed class ClaimTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(ClaimTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => ClaimRules.Claim(situation, command.Visit ?? MeantVisit.OfClaiming(situation)), ct);
}
