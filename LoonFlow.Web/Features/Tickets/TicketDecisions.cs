using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>What every verb on a filed ticket has in common: load the situation, ask one rule, record its decision.</summary>
public sealed class TicketDecisions(LoonFlowDb db, SituationLoader situations)
{
    /// <param name="id">The ticket.</param>
    /// <param name="actor">Who wants something.</param>
    /// <param name="revision">The revision that the actor decided on; null decides on whatever is there.</param>
    /// <param name="decide">The rule.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<TicketId>> DecideAsync(
        TicketId id,
        Actor actor,
        int? revision,
        Func<Situation, Result<TicketDecision>> decide,
        CancellationToken ct)
    {
        var situation = await situations.LoadAsync(id, actor, revision, ct);

        if (!situation.Succeeded)
        {
            return situation.Refusal;
        }

        var decision = decide(situation.Value);

        return decision.Succeeded ? db.Record(situation.Value.Workflow, situation.Value.Ticket, decision.Value) : decision.Refusal;
    }
}
