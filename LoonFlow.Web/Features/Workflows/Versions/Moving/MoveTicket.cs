using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Versions.Moving;

/// <summary>Which version tickets are to go by, and which state takes the place of each that it does not have.</summary>
public sealed record MovePlan(WorkflowId Workflow, int Number, IReadOnlyDictionary<StateId, StateId> Instead);

/// <summary>Moves one running ticket to another version of its workflow.</summary>
/// <param name="Ticket">Which.</param>
/// <param name="Plan">Where to.</param>
/// <param name="Revision">What the administrator saw; a ticket that changed meanwhile is not moved.</param>
public sealed record MoveTicket(TicketId Ticket, MovePlan Plan, int Revision);

internal sealed class MoveTicketHandler(LoonFlowDb db, SituationLoader situations, ParticipantFactsLoader participants, WorkflowStore workflows)
{
    public async Task<Result<TicketId>> HandleAsync(MoveTicket command, Actor actor, CancellationToken ct)
    {
        var loaded = await situations.LoadAsync(command.Ticket, actor, command.Revision, ct);

        if (!loaded.Succeeded)
        {
            return loaded.Refusal;
        }

        var version = await db.WorkflowVersions.AsNoTracking()
            .Where(row => row.Workflow == command.Plan.Workflow && row.Number == command.Plan.Number)
            .Select(row => (VersionId?)row.Id)
            .SingleOrDefaultAsync(ct);

        if (version is not { } target)
        {
            return WorkflowRefusals.VersionUnknown;
        }

        var move = new VersionMove(await workflows.VersionAsync(target, ct), command.Plan.Instead);
        var (_, ticket, _, facts) = loaded.Value;
        var entered = ticket.OpenVisits.Where(visit => move.Target.FindState(visit.State) is null).Select(visit => move.StateFor(visit.State)?.Id).OfType<StateId>();
        var found = await participants.LoadAsync(move.Target, entered, TicketSketch.Of(ticket, Domain.Forms.FieldChanges.None), facts.Company, ct);
        var decision = VersionMoveRules.Move(loaded.Value with { Facts = facts with { Participants = found } }, move);

        return decision.Succeeded ? db.Record(move.Target, ticket, decision.Value) : decision.Refusal;
    }
}
