using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>The creator pulls the ticket back to the start, where the states it is in allow that (spec B.22, retreat).</summary>
public static class WithdrawalRules
{
    public static Result<TicketDecision> Withdraw(Situation situation, string? comment)
    {
        if ((WhyNot(situation) ?? Comment.WhyNot(comment)) is { } refusal)
        {
            return refusal;
        }

        var (workflow, ticket, _, facts) = situation;
        var entered = EntryRules.Enter(
            workflow, workflow.Start.Id, kind: null, ticket.Creator, ticket.VisitCount + 1, key => ticket.Values[key], facts);

        return entered.Succeeded
            ? situation.Decide(
            [
                new TicketEvent.Withdrawn(ticket.State, Comment.Cleaned(comment)),
                .. ticket.OpenVisits.Select(visit => new TicketEvent.StateLeft(visit.Number)),
                .. entered.Value,
                new TicketEvent.StatusChanged(TicketStatus.Withdrawn),
            ])
            : entered.Refusal;
    }

    internal static Refusal? WhyNot(Situation situation) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { IsCreator: false } => TicketRefusals.NotTheCreator,
        { Ticket.IsOver: true } => TicketRefusals.AlreadyOver,
        _ when situation.Ticket.OpenVisits.Any(visit => !Allows(situation.Workflow.State(visit.State))) => TicketRefusals.MayNotWithdrawHere,
        _ => null,
    };

    private static bool Allows(State state) => state.AllowsWithdrawal && state.Kind is StateKind.Normal;
}
