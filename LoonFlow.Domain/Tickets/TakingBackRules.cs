using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Whoever moved a ticket takes that back, until the next person acts. What was filled in stays.</summary>
public static class TakingBackRules
{
    public static Result<TicketDecision> TakeBack(Situation situation, string? comment)
    {
        if ((WhyNot(situation) ?? Comment.WhyNot(comment)) is { } refusal)
        {
            return refusal;
        }

        var step = situation.Ticket.Steps[^1];
        var opened = OpenedBy(situation.Ticket, step);
        var course = Course.Of(situation);
        var branch = opened[0].Branch;

        course.Add(new TicketEvent.TakenBack(opened[0].State, step.State, Comment.Cleaned(comment)))
            .Leave(opened.SelectMany(visit => ParallelRules.Under(course.Ticket, visit)));

        return course.DecidedBy(situation.Actor, EntryRules.Enter(course, step.State, new Entry(Kind: null, branch, opened[0].Number)
        {
            Asked = situation.Workflow.State(step.State).Kind is StateKind.Start ? null : [Participant.Of(step.By!.Value)],
        }));
    }

    internal static Refusal? WhyNot(Situation situation) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { Ticket.IsOver: true } => TicketRefusals.AlreadyOver,
        { Actor: Actor.Person person } when IsLatest(situation, person) => null,
        _ => TicketRefusals.NothingToTakeBack,
    };

    private static bool IsLatest(Situation situation, Actor.Person person)
    {
        var (workflow, ticket, _, _) = situation;

        return ticket.Steps is [.., var step]
            && step.By == person.Id
            && workflow.FindState(step.State) is { AllowsTakingBack: true, HasSeats: false }
            // Pulling back what was just filed is withdrawing, where that is allowed.
            && !(step.Visit == 0 && WithdrawalRules.WhyNot(situation) is null)
            && OpenedBy(ticket, step) is [var first, ..] opened
            && first.State != step.State

            // Still the same turn: nothing beyond what the step opened, in the same branch, and nobody has touched it.
            && ticket.VisitCount == first.Number + ParallelRules.Under(ticket, first).Count - 1
            && opened.Count == 1
            && (first.Branch is null ? step.Fork is null : step.Fork == first.Branch.Fork)
            && ParallelRules.Under(ticket, first).All(visit => IsUntouched(workflow, visit));
    }

    private static bool IsUntouched(WorkflowVersion workflow, Visit visit) =>
        visit is { IsTouched: false, Arrivals: null or [] } && workflow.State(visit.State) is { IsAutomatic: false, Automation: null };

    /// <summary>The outermost open visits that this step led to.</summary>
    private static IReadOnlyList<Visit> OpenedBy(Ticket ticket, Step step) =>
    [
        .. ticket.OpenVisits.Where(visit => visit.Cause == step.Visit
            && visit.Number > step.Visit
            && !ticket.OpenVisits.Any(other => other.Cause == step.Visit && other.Number == visit.Branch?.Fork)),
    ];
}
