using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Those for whom a visit waits have left the company; see what becomes of it.</summary>
public sealed record ReconsiderVisit(TicketId Ticket, int Visit);

public sealed class ReconsiderVisitHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(ReconsiderVisit command, Actor actor, CancellationToken ct) =>
        decisions.DecideAsync(command.Ticket, actor, revision: null, situation => ReconsiderationRules.Reconsider(situation, command.Visit), ct);
}
