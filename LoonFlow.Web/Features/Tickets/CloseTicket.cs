using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record CloseTicket(TicketId Ticket, int? Revision, string Comment);

public sealed class CloseTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(CloseTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => ClosingRules.Close(situation, command.Comment), ct);
}
