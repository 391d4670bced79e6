using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets;

public sealed record TakeTransition(TicketId Ticket, int Visit, TransitionId Transition, int? Revision, FieldChanges Sent, string? Comment = null);

public sealed class TakeTransitionHandler(LoonFlowDb db, SituationLoader situations, AttachedFiles files)
{
    public async Task<Result<TicketId>> HandleAsync(TakeTransition command, Actor actor, CancellationToken ct)
    {
        var loaded = await situations.LoadAsync(command.Ticket, actor, command.Revision, ct);

        if (!loaded.Succeeded)
        {
            return loaded.Refusal;
        }

        var usable = await files.UsableAsync(command.Sent, loaded.Value.Actor, command.Ticket, ct);
        var situation = loaded.Value with { Facts = loaded.Value.Facts with { UsableFiles = usable } };

        var decision = TransitionRules.Take(situation, command.Visit, command.Transition, command.Sent, command.Comment);

        if (!decision.Succeeded)
        {
            return decision.Refusal;
        }

        files.Bind(command.Ticket);

        return db.Record(situation.Workflow, situation.Ticket, decision.Value);
    }
}
