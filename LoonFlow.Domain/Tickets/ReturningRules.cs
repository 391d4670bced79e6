using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// Sending a ticket back to a state that it was in before, where its designer allows that: whoever decided there does it
/// again, and then either goes through the flow again or straight back to whoever returned it.
/// </summary>
public static class ReturningRules
{
    /// <summary>Where the ticket may be returned to from this visit, the nearest first.</summary>
    public static IReadOnlyList<StateId> Targets(Situation situation, Visit visit)
    {
        var (workflow, ticket, _, _) = situation;
        var allowed = workflow.State(visit.State).Returns.To;
        StateId[] earlier =
        [
            .. ticket.Steps.Reverse()
                .Where(step => step.Visit > 0 && step.State != visit.State && IsThere(workflow, step.State) && IsInReach(situation, visit, step))
                .Select(step => step.State)
                .Distinct(),
        ];

        return
        [
            .. (allowed.HasFlag(ReturnTargets.Earlier) ? earlier : allowed.HasFlag(ReturnTargets.Previous) ? earlier.Take(1) : [])
                .Concat(allowed.HasFlag(ReturnTargets.Creator) && visit.State != workflow.Start.Id ? [workflow.Start.Id] : [])
                .Distinct(),
        ];
    }

    /// <summary>A ticket that was moved to a newer version may have been in states that are gone, or are something else now.</summary>
    private static bool IsThere(WorkflowVersion workflow, StateId state) =>
        workflow.FindState(state) is { IsAutomatic: false, IsPassage: false, Kind: not StateKind.End };

    /// <summary>
    /// How it goes on from there: as designed, but never straight back into branches that were left, since that would pass
    /// those which ended with them.
    /// </summary>
    public static AfterReturn Then(Situation situation, Visit visit, StateId target) =>
        situation.Workflow.Blocks.ForkOf(visit.State) is { } fork && !situation.Workflow.Blocks.Contains(fork, target)
            ? AfterReturn.ThroughFlow
            : situation.Workflow.State(visit.State).Returns.Then;

    /// <param name="situation">Who returns it, where.</param>
    /// <param name="visitNumber">The visit that is left.</param>
    /// <param name="target">One of <see cref="Targets"/>.</param>
    /// <param name="straightBack">Whether it comes straight back afterwards; counts only where the designer leaves that to the handler.</param>
    /// <param name="comment">The reason; required.</param>
    public static Result<TicketDecision> Return(Situation situation, int visitNumber, StateId target, bool straightBack, string? comment)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        if (WhyNot(situation, visit) is { } refusal)
        {
            return refusal;
        }

        if (!Targets(situation, visit!).Contains(target))
        {
            return TicketRefusals.MayNotReturnThere;
        }

        if (Comment.WhyNot(comment, isRequired: true) is { } problem)
        {
            return problem;
        }

        var by = ((Actor.Person)situation.Actor).Id;
        var then = Then(situation, visit!, target);
        var goesStraightBack = then is AfterReturn.StraightBack || (then is AfterReturn.HandlerChooses && straightBack);
        var last = situation.Ticket.Steps.LastOrDefault(step => step.State == target && step.By is { } person && situation.Facts.Company.IsActive(person))?.By;
        var course = Course.Of(situation)
            .Add(new TicketEvent.Returned(visit!.Number, visit.State, target, by, goesStraightBack, Comment.Cleaned(comment)))
            .Leave(visit);
        var entry = new Entry(TransitionKind.Refuse, visit.Branch, visit.Number)
        {
            Asked = last is { } handler && situation.Workflow.State(target) is { Kind: StateKind.Normal, HasSeats: false, IsAutomatic: false } ? [Participant.Of(handler)] : null,
            ResumesAt = goesStraightBack ? new Resumption(visit.State, by) : null,
        };

        return course.DecidedBy(situation.Actor, EntryRules.Enter(course, target, entry));
    }

    internal static Refusal? WhyNot(Situation situation, Visit? visit) =>
        ForwardingRules.WhyNot(situation, visit)
        ?? TransitionRules.WhyNot(situation, visit)
        ?? (Targets(situation, visit!) is [] ? TicketRefusals.MayNotReturnThere : null);

    /// <summary>A step outside of all branches, or in one that the visit lies in.</summary>
    private static bool IsInReach(Situation situation, Visit visit, Step step)
    {
        var isInReach = situation.Workflow.Blocks.ForkOf(step.State) is null;

        for (var branch = visit.Branch; branch is not null && !isInReach; branch = situation.Ticket.OpenVisit(branch.Fork)?.Branch)
        {
            isInReach = step.Fork == branch.Fork
                && step.Way == branch.Way
                && situation.Ticket.OpenVisit(branch.Fork) is { } fork
                && situation.Workflow.Blocks.Contains(fork.State, step.State);
        }

        return isInReach;
    }
}
