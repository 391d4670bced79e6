using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record CommentOnTicket(TicketId Ticket, string Comment);

public sealed class CommentOnTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(CommentOnTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, revision: null, situation => CommentRules.Add(situation, command.Comment), ct);
}
