using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

public sealed record ReturnTicket(TicketId Ticket, int Visit, StateId To, bool StraightBack, int? Revision, string Comment);

public sealed class ReturnTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(ReturnTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket,
        actor,
        command.Revision,
        situation => ReturningRules.Return(situation, command.Visit, command.To, command.StraightBack, command.Comment),
        ct,
        _ => [command.To]);
}
