using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support;

/// <summary>The steps of tickets that vote, branch, go back and are helped along.</summary>
internal sealed partial class Story
{
    /// <summary>The open visit in this state.</summary>
    public Visit In(StateId state) => Ticket.OpenVisits.Single(visit => visit.State == state);

    /// <summary>The people who must act in this state, in any order.</summary>
    public IEnumerable<UserId> AskedIn(StateId state) => In(state).Participants.Select(participant => participant.Person!.Value).Order(ById);

    /// <summary>The states that the ticket is in, those of forks left out.</summary>
    public IEnumerable<StateId> States => Ticket.OpenVisits.Where(visit => !visit.IsFork).Select(visit => visit.State);

    public Story Voted(TransitionId transition, params UserId[] by)
    {
        foreach (var person in by)
        {
            Taken(person, transition);
        }

        return this;
    }

    public Story Returned(UserId by, StateId from, StateId to, bool straightBack = false) =>
        Applied(ReturningRules.Return(SeenBy(by), In(from).Number, to, straightBack, "look again"));

    public Story TakenBack(UserId by) => Applied(TakingBackRules.TakeBack(SeenBy(by), comment: null));

    public Story Jumped(UserId by, StateId to, UserId? asked = null) => Applied(JumpRules.Jump(SeenBy(by), to, asked, "it must go on"));

    /// <summary>By somebody who steps in, for those who must act in this state.</summary>
    public Story ForceForwarded(UserId by, StateId state, UserId? from, UserId to) =>
        Applied(ForwardingRules.Force(SeenBy(by), In(state).Number, from, to, "on holiday"));

    public Story ConsultedIn(StateId state, UserId by, UserId asked) =>
        Applied(ConsultationRules.Consult(SeenBy(by), In(state).Number, asked, comment: null));

    public Story AnsweredIn(StateId state, UserId by) => Applied(ConsultationRules.Answer(SeenBy(by), In(state).Number, comment: null));

    public Story ForwardedIn(StateId state, UserId by, UserId to) =>
        Applied(ForwardingRules.Forward(SeenBy(by), In(state).Number, to, comment: null));

    public Story Corrected(UserId by, FieldChanges form) => Applied(CorrectionRules.Correct(SeenBy(by), form, "a typing mistake"));

    public Story Deleted(UserId by) => Applied(DeletionRules.Delete(SeenBy(by), "filed twice"));

    public Story Restored(UserId by) => Applied(DeletionRules.Restore(SeenBy(by), comment: null));

    /// <summary>These are no longer with the company; everybody else is.</summary>
    public Story Without(params UserId[] gone)
    {
        Company = Cast.Without(gone);

        return this;
    }

    /// <summary>The engine looks after the visit in this state, whose people have left.</summary>
    public Story Reconsidered(StateId state) =>
        Applied(ReconsiderationRules.Reconsider(SeenBy(new Actor.Engine()), In(state).Number));

    private static readonly Comparer<UserId> ById = Comparer<UserId>.Create((one, other) => one.Value.CompareTo(other.Value));

    private int Leaving(TransitionId transition) =>
        Workflow.Transition(transition) is { } way && Ticket.OpenVisits.FirstOrDefault(visit => visit.State == way.From) is { } visit ? visit.Number : Visit.Number;
}
