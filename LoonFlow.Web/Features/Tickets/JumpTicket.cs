using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Moves a ticket outside the flow; one that is over is opened again.</summary>
public sealed record JumpTicket(TicketId Ticket, StateId To, UserId? Asked, int? Revision, string Comment);

public sealed class JumpTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(JumpTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket,
        actor,
        command.Revision,
        situation => JumpRules.Jump(situation, command.To, command.Asked, command.Comment),
        ct,
        _ => [command.To]);
}
