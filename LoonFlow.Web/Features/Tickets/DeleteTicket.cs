using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record DeleteTicket(TicketId Ticket, int? Revision, string Comment);

public sealed class DeleteTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(DeleteTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => DeletionRules.Delete(situation, command.Comment), ct);
}
