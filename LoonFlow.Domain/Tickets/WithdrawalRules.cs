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

        var course = Course.Of(situation);
        course.Add(new TicketEvent.Withdrawn(course.Ticket.State, Comment.Cleaned(comment))).Leave(course.Ticket.OpenVisits);

        return EntryRules.Enter(course, course.Workflow.Start.Id, Entry.Afresh(course.Ticket.VisitCount)) is { } refused
            ? refused
            : course.Add(new TicketEvent.StatusChanged(TicketStatus.Withdrawn)).DecidedBy(situation.Actor);
    }

    internal static Refusal? WhyNot(Situation situation) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { IsCreator: false } => TicketRefusals.NotTheCreator,
        { Ticket.IsOver: true } => TicketRefusals.AlreadyOver,
        _ when situation.Ticket.OpenVisits.Any(visit => !visit.IsFork && !Allows(situation.Workflow.State(visit.State))) => TicketRefusals.MayNotWithdrawHere,
        _ => null,
    };

    private static bool Allows(State state) => state.AllowsWithdrawal && state.Kind is StateKind.Normal;
}
