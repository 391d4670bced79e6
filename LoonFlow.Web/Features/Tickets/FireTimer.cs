using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>A timer of a visit is due; it does nothing unless it really is.</summary>
public sealed record FireTimer(TicketId Ticket, int Visit, int Timer);

public sealed class FireTimerHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(FireTimer command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket,
        actor,
        revision: null,
        situation => FiringRules.Fire(situation, command.Visit, command.Timer),
        ct,
        situation => TicketDecisions.BehindTheState(situation, command.Visit));
}
