using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets;

public sealed record CloseTicket(TicketId Ticket, int? Revision, string Comment);

public sealed class CloseTicketHandler(LoonFlowDb db, SituationLoader situations)
{
    public async Task<Result<TicketId>> HandleAsync(CloseTicket command, Actor actor, CancellationToken ct)
    {
        var loaded = await situations.LoadAsync(command.Ticket, actor, command.Revision, ct);

        if (!loaded.Succeeded)
        {
            return loaded.Refusal;
        }

        var situation = loaded.Value;
        var decision = ClosingRules.Close(situation, command.Comment);

        return decision.Succeeded ? db.Record(situation.Workflow, situation.Ticket, decision.Value) : decision.Refusal;
    }
}
