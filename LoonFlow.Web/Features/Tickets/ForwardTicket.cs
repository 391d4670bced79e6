using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets;

public sealed record ForwardTicket(TicketId Ticket, int Visit, UserId To, int? Revision, string? Comment = null);

public sealed class ForwardTicketHandler(LoonFlowDb db, SituationLoader situations)
{
    public async Task<Result<TicketId>> HandleAsync(ForwardTicket command, Actor actor, CancellationToken ct)
    {
        var loaded = await situations.LoadAsync(command.Ticket, actor, command.Revision, ct);

        if (!loaded.Succeeded)
        {
            return loaded.Refusal;
        }

        var situation = loaded.Value;
        var decision = ForwardingRules.Forward(situation, command.Visit, command.To, command.Comment);

        return decision.Succeeded ? db.Record(situation.Workflow, situation.Ticket, decision.Value) : decision.Refusal;
    }
}
