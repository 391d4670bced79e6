using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Moves a ticket on. Without a visit, the one is meant that the transition leaves.</summary>
public sealed record TakeTransition(TicketId Ticket, int? Visit, TransitionId Transition, int? Revision, FieldChanges Sent, string? Comment = null);

public sealed class TakeTransitionHandler(TicketDecisions decisions, AttachedFiles files)
{
    public async Task<Result<TicketId>> HandleAsync(TakeTransition command, Actor actor, CancellationToken ct)
    {
        var usable = await files.UsableAsync(command.Sent, actor, command.Ticket, ct);

        var result = await decisions.DecideAsync(command.Ticket, actor, command.Revision, Take, ct, Entered, command.Sent);

        if (result.Succeeded)
        {
            files.Bind(command.Ticket);
        }

        return result;

        IEnumerable<StateId> Entered(Situation situation) => situation.Workflow.Transition(command.Transition)?.Targets() ?? [];

        Result<TicketDecision> Take(Situation situation) => TransitionRules.Take(
            situation with { Facts = situation.Facts with { UsableFiles = usable } }, command.Visit ?? MeantVisit.OfTaking(situation, command.Transition), command.Transition, files.Named(command.Sent), command.Comment);
    }
}
