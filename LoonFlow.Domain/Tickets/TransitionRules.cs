using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// Taking a transition (spec B.10). Where every one of several decides, it is a vote, and moves the ticket when the votes are
/// enough; whoever was asked there beyond them, because it took too long, decides for all.
/// </summary>
public static class TransitionRules
{
    public static Result<TicketDecision> Take(Situation situation, int visitNumber, TransitionId id, FieldChanges sent, string? comment)
    {
        var (workflow, ticket, actor, facts) = situation;
        var visit = ticket.OpenVisit(visitNumber);

        if (WhyNot(situation, visit) is { } refusal)
        {
            return refusal;
        }

        if (workflow.Transition(id) is not { } transition || WhyNot(situation, visit!, transition) is not null)
        {
            return TicketRefusals.TransitionNotHere;
        }

        if (Comment.WhyNot(comment) is { } problem)
        {
            return problem;
        }

        var accepted = FormRules.Accept(workflow, workflow.State(visit!.State), transition.RequiresFields, sent, FormRules.Stored(ticket), facts, ticket.Creator);

        if (!accepted.Succeeded)
        {
            return accepted.Refusal;
        }

        var course = Course.Of(situation);
        var refused = actor is Actor.Person person && visit.HasSeatOpen(person.Id)
            ? Vote(course, visit, transition, person, accepted.Value, Comment.Cleaned(comment))
            : Move(course, visit, transition, actor, accepted.Value, Comment.Cleaned(comment));

        return course.DecidedBy(actor, refused);
    }

    /// <summary>Why no transition may be taken from this visit; null when they may.</summary>
    internal static Refusal? WhyNot(Situation situation, Visit? visit) => situation.WhyNotHandle(visit) ?? (situation.Actor switch
    {
        Actor.Person person when visit!.ConsultationOf(person.Id) is not null => TicketRefusals.ConsultationOpen,
        _ when situation.NeedsClaim(visit!) => TicketRefusals.ClaimFirst,
        _ => null,
    });

    /// <summary>Why this transition may not be taken from a visit that others may be taken from; null when it may.</summary>
    internal static Refusal? WhyNot(Situation situation, Visit visit, Transition transition) =>
        transition.From != visit.State || (transition.IsAutomatic && situation.Actor is Actor.Person) ? TicketRefusals.TransitionNotHere : null;

    private static Refusal? Vote(Course course, Visit visit, Transition transition, Actor.Person person, FieldChanges changes, string comment)
    {
        var isSequential = course.Workflow.State(visit.State).Distribution is Distribution.Sequential;
        course.Add(new TicketEvent.Voted(visit.Number, visit.State, transition.Id, person.Id, transition.Kind, comment, isSequential)).Add(changes);

        return VotingRules.Conclude(course, visit.Number);
    }

    private static Refusal? Move(Course course, Visit visit, Transition transition, Actor actor, FieldChanges changes, string comment)
    {
        course
            .Add(new TicketEvent.TransitionTaken(visit.Number, transition.Id, visit.State, (actor as Actor.Person)?.Id, transition.Kind, comment))
            .Add(changes)
            .Leave(visit);

        return MoveRules.Along(course, visit, transition);
    }
}
