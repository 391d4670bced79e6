using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Ending a ticket outside the flow, with a reason: those who step in at any time, its creator while it is in the start state (spec B.22 [R]).</summary>
public static class ClosingRules
{
    public static Result<TicketDecision> Close(Situation situation, string? comment)
    {
        if ((WhyNot(situation) ?? Comment.WhyNot(comment, isRequired: true)) is { } refusal)
        {
            return refusal;
        }

        var course = Course.Of(situation);

        return course
            .Add(new TicketEvent.Closed(course.Ticket.State, Comment.Cleaned(comment)))
            .Leave(course.Ticket.OpenVisits)
            .Add(new TicketEvent.Ended(course.Workflow.States.First(state => state.Kind is StateKind.End).Id))
            .Add(new TicketEvent.StatusChanged(TicketStatus.Closed))
            .DecidedBy(situation.Actor);
    }

    internal static Refusal? WhyNot(Situation situation) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { Ticket.IsOver: true } => situation.MayIntervene || situation.IsCreator ? TicketRefusals.AlreadyOver : TicketRefusals.MayNotIntervene,
        { MayIntervene: true } => null,
        { IsCreator: true } when situation.Ticket.OpenVisits.All(visit => visit.State == situation.Workflow.Start.Id) => null,
        _ => TicketRefusals.MayNotIntervene,
    };
}
