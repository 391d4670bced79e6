using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record ForwardTicket(TicketId Ticket, int? Visit, UserId To, int? Revision, string? Comment = null);

public sealed class ForwardTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(ForwardTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => ForwardingRules.Forward(situation, command.Visit ?? MeantVisit.OfForwarding(situation), command.To, command.Comment), ct);
}
