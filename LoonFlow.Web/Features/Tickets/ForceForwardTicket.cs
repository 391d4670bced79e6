using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Hands over work that is somebody else's; <paramref name="From"/> says whose, where several decide.</summary>
public sealed record ForceForwardTicket(TicketId Ticket, int? Visit, UserId? From, UserId To, int? Revision, string Comment);

public sealed class ForceForwardTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(ForceForwardTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => ForwardingRules.Force(situation, command.Visit ?? MeantVisit.OfForcing(situation), command.From, command.To, command.Comment), ct);
}
