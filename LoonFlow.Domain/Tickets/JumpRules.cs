using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Moving a ticket outside the flow, or opening it again when it is over, by those who may step in and with a reason (spec B.22 [R]).</summary>
public static class JumpRules
{
    /// <summary>The states that the ticket may be moved to. One in a parallel branch only from a visit of the same branches.</summary>
    public static IReadOnlyList<StateId> Targets(Situation situation) =>
    [
        .. situation.Workflow.States
            .Where(state => !state.IsPassage && !(situation.Ticket.IsOver && state.Kind is StateKind.End))
            .Where(state => WhyNotTo(situation, state) is null)
            .Select(state => state.Id),
    ];

    /// <param name="situation">Who steps in.</param>
    /// <param name="target">One of <see cref="Targets"/>.</param>
    /// <param name="asked">Whom to ask there; null asks those whom the state would.</param>
    /// <param name="comment">The reason; required.</param>
    public static Result<TicketDecision> Jump(Situation situation, StateId target, UserId? asked, string? comment)
    {
        if (WhyNot(situation) is { } refusal)
        {
            return refusal;
        }

        if (situation.Workflow.States.FirstOrDefault(state => state.Id == target) is not { IsPassage: false } state
            || (situation.Ticket.IsOver && state.Kind is StateKind.End))
        {
            return TicketRefusals.StateUnknown;
        }

        if ((WhyNotTo(situation, state) ?? Comment.WhyNot(comment, isRequired: true)) is { } problem)
        {
            return problem;
        }

        if (asked is { } person && !situation.Facts.Company.IsActive(person))
        {
            return TicketRefusals.TargetUnknown;
        }

        var course = Course.Of(situation);
        var left = LeftFor(situation, state);

        // A visit that nothing was left for is its own cause, so that no step before it can be taken back.
        var cause = left.Count > 0 ? left[0].Number : course.Ticket.VisitCount + 1;
        TicketEvent happened = course.Ticket.IsOver
            ? new TicketEvent.Reopened(course.Ticket.State, target, Comment.Cleaned(comment))
            : new TicketEvent.Jumped(course.Ticket.State, target, Comment.Cleaned(comment));
        course.Add(happened).Leave(left);
        var refused = EntryRules.Enter(course, target, Entry.Afresh(cause) with
        {
            Branch = situation.Workflow.Blocks.ForkOf(target) is null ? null : left[0].Branch,
            Asked = asked is { } chosen && state is { Kind: StateKind.Normal, IsAutomatic: false } ? [Participant.Of(chosen)] : null,
        });

        // An end outside the flow is a closing (spec B.2).
        return refused is null && state.Kind is StateKind.End
            ? course.Add(new TicketEvent.StatusChanged(TicketStatus.Closed)).DecidedBy(situation.Actor)
            : course.DecidedBy(situation.Actor, refused);
    }

    internal static Refusal? WhyNot(Situation situation) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { MayIntervene: false } => TicketRefusals.MayNotIntervene,
        { Ticket.DeletedAt: not null } => TicketRefusals.NotFound,
        _ => null,
    };

    private static Refusal? WhyNotTo(Situation situation, State state) =>
        situation.Workflow.Blocks.ForkOf(state.Id) is null || LeftFor(situation, state).Count == 1 ? null : TicketRefusals.StateInBranch;

    /// <summary>The visits that end: the one visit in the same branches, or everything when the state lies outside of branches.</summary>
    private static IReadOnlyList<Visit> LeftFor(Situation situation, State state)
    {
        if (situation.Workflow.Blocks.ForkOf(state.Id) is not { } block)
        {
            return [.. situation.Ticket.OpenVisits];
        }

        // With several branches open in the block it is not said whose visit is meant.
        return [.. situation.Ticket.OpenVisits.Where(visit => !visit.IsFork && situation.Workflow.Blocks.ForkOf(visit.State) == block)];
    }
}
