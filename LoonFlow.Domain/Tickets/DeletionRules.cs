using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Taking a ticket out of sight, and bringing it back: those who administer the workflow, with a reason. Nothing is erased.</summary>
public static class DeletionRules
{
    public static Result<TicketDecision> Delete(Situation situation, string? comment)
    {
        if ((WhyNotDelete(situation) ?? Comment.WhyNot(comment, isRequired: true)) is { } refusal)
        {
            return refusal;
        }

        var course = Course.Of(situation);
        course.Add(new TicketEvent.Deleted(course.Ticket.State, Comment.Cleaned(comment)));

        if (!course.Ticket.IsOver)
        {
            course.Leave(course.Ticket.OpenVisits)
                .Add(new TicketEvent.Ended(course.Workflow.States.First(state => state.Kind is StateKind.End).Id))
                .Add(new TicketEvent.StatusChanged(TicketStatus.Closed));
        }

        return course.DecidedBy(situation.Actor);
    }

    /// <summary>A ticket that was open when it was deleted comes back closed; reopening says where it goes on.</summary>
    public static Result<TicketDecision> Restore(Situation situation, string? comment) =>
        (WhyNotRestore(situation) ?? Comment.WhyNot(comment)) is { } refusal
            ? refusal
            : Course.Of(situation).Add(new TicketEvent.Restored(situation.Ticket.State, Comment.Cleaned(comment))).DecidedBy(situation.Actor);

    internal static Refusal? WhyNotDelete(Situation situation) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { MayAdminister: false } => TicketRefusals.NotAnAdministrator,
        { Ticket.DeletedAt: not null } => TicketRefusals.NotFound,
        _ => null,
    };

    internal static Refusal? WhyNotRestore(Situation situation) => situation switch
    {
        { MayAdminister: false } => TicketRefusals.NotFound,
        { Ticket.DeletedAt: null } => TicketRefusals.NotDeleted,
        _ => null,
    };
}
