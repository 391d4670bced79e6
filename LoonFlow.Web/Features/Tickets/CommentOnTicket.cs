using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets;

public sealed record CommentOnTicket(TicketId Ticket, string Comment);

public sealed class CommentOnTicketHandler(LoonFlowDb db, SituationLoader situations)
{
    public async Task<Result<TicketId>> HandleAsync(CommentOnTicket command, Actor actor, CancellationToken ct)
    {
        var loaded = await situations.LoadAsync(command.Ticket, actor, revision: null, ct);

        if (!loaded.Succeeded)
        {
            return loaded.Refusal;
        }

        var situation = loaded.Value;
        var decision = CommentRules.Add(situation, command.Comment);

        return decision.Succeeded ? db.Record(situation.Workflow, situation.Ticket, decision.Value) : decision.Refusal;
    }
}
