using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Ending a ticket outside the flow, with a reason: its administrators at any time, its creator while it is in the start state (spec B.22 [R]).</summary>
public static class ClosingRules
{
    public static Result<TicketDecision> Close(Situation situation, string? comment)
    {
        if ((WhyNot(situation) ?? Comment.WhyNot(comment, isRequired: true)) is { } refusal)
        {
            return refusal;
        }

        var (workflow, ticket, _, _) = situation;

        return situation.Decide(
        [
            new TicketEvent.Closed(ticket.State, Comment.Cleaned(comment)),
            .. ticket.OpenVisits.Select(visit => new TicketEvent.StateLeft(visit.Number)),
            new TicketEvent.Ended(workflow.States.First(state => state.Kind is StateKind.End).Id),
            new TicketEvent.StatusChanged(TicketStatus.Closed),
        ]);
    }

    internal static Refusal? WhyNot(Situation situation) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { Ticket.IsOver: true } => situation.MayAdminister || situation.IsCreator ? TicketRefusals.AlreadyOver : TicketRefusals.NotAnAdministrator,
        { MayAdminister: true } => null,
        { IsCreator: true } when situation.Ticket.OpenVisits.All(visit => visit.State == situation.Workflow.Start.Id) => null,
        _ => TicketRefusals.NotAnAdministrator,
    };
}
