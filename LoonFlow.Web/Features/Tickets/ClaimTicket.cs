using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets;

public sealed record ClaimTicket(TicketId Ticket, int Visit, int? Revision);

public sealed class ClaimTicketHandler(LoonFlowDb db, SituationLoader situations)
{
    public async Task<Result<TicketId>> HandleAsync(ClaimTicket command, Actor actor, CancellationToken ct)
    {
        var loaded = await situations.LoadAsync(command.Ticket, actor, command.Revision, ct);

        if (!loaded.Succeeded)
        {
            return loaded.Refusal;
        }

        var situation = loaded.Value;
        var decision = ClaimRules.Claim(situation, command.Visit);

        return decision.Succeeded ? db.Record(situation.Workflow, situation.Ticket, decision.Value) : decision.Refusal;
    }
}
