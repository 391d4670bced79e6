using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record TakeBackTicket(TicketId Ticket, int? Revision, string? Comment = null);

public sealed class TakeBackTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(TakeBackTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => TakingBackRules.TakeBack(situation, command.Comment), ct);
}
