using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record WithdrawTicket(TicketId Ticket, int? Revision, string? Comment = null);

public sealed class WithdrawTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(WithdrawTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => WithdrawalRules.Withdraw(situation, command.Comment), ct);
}
