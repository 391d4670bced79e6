using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// Handing the work to someone else for good (转交, spec B.16). During a consultation, the consultation is passed on; where
/// every one of several decides, only one's own place is. Those who may step in can hand over anybody's work.
/// </summary>
public static class ForwardingRules
{
    public static Result<TicketDecision> Forward(Situation situation, int visitNumber, UserId target, string? comment)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        return (WhyNot(situation, visit) ?? WhyNotTo(situation, visit!, target) ?? Comment.WhyNot(comment)) is { } refusal
            ? refusal
            : Course.Of(situation)
                .Add(new TicketEvent.Forwarded(visit!.Number, visit.State, target, Comment.Cleaned(comment), ((Actor.Person)situation.Actor).Id))
                .DecidedBy(situation.Actor);
    }

    /// <summary>Hands over work that is somebody else's.</summary>
    /// <param name="situation">Who steps in, where.</param>
    /// <param name="visitNumber">The visit.</param>
    /// <param name="from">Whose place, where every one of several decides; else null.</param>
    /// <param name="target">Who gets the work.</param>
    /// <param name="comment">The reason; required.</param>
    public static Result<TicketDecision> Force(Situation situation, int visitNumber, UserId? from, UserId target, string? comment)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        if ((WhyNotForce(situation, visit) ?? WhyNotTo(situation, visit!, target, isForced: true) ?? Comment.WhyNot(comment, isRequired: true)) is { } refusal)
        {
            return refusal;
        }

        if (visit!.IsVoting && !(from is { } person && visit.Participants.Any(participant => participant.Person == person)))
        {
            return TicketRefusals.WhoseWork;
        }

        return Course.Of(situation)
            .Add(new TicketEvent.Forwarded(visit.Number, visit.State, target, Comment.Cleaned(comment), visit.IsVoting ? from : null, IsForced: true)
            {
                Relieved = [.. visit.Participants.Where(participant => participant.Person != target && (!visit.IsVoting || participant.Person == from))],
            })
            .DecidedBy(situation.Actor);
    }

    internal static Refusal? WhyNot(Situation situation, Visit? visit) =>
        WhyNotWork(situation, visit) ?? (situation.Workflow.State(visit!.State).Actions.HasFlag(StateActions.Forward) ? null : TicketRefusals.MayNotForwardHere);

    /// <summary>Why the actor is not at work here at all.</summary>
    internal static Refusal? WhyNotWork(Situation situation, Visit? visit) =>
        situation.Actor is Actor.Person ? situation.WhyNotHandle(visit) : TicketRefusals.NotAParticipant;

    internal static Refusal? WhyNotForce(Situation situation, Visit? visit) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { MayIntervene: false } or { Actor: not Actor.Person } => TicketRefusals.MayNotIntervene,
        { Ticket.IsOver: true } => TicketRefusals.AlreadyOver,
        _ when visit is not { IsOpen: true, IsFork: false } || situation.Workflow.State(visit.State).IsAutomatic => TicketRefusals.StateLeft,
        _ => null,
    };

    /// <summary>Why work cannot go to this person; the same for forwarding and consulting.</summary>
    internal static Refusal? WhyNotTo(Situation situation, Visit visit, UserId target, bool isForced = false) =>
        !situation.Facts.Company.IsActive(target) ? TicketRefusals.TargetUnknown
        : !isForced && situation.Actor is Actor.Person person && person.Id == target ? TicketRefusals.TargetIsYourself
        : visit.Consultations.Any(consultation => consultation.Asker == target) ? TicketRefusals.TargetIsAsking
        : visit.IsVoting && (visit.Seats.Any(seat => seat.Who == target) || visit.ConsultationOf(target) is not null) ? TicketRefusals.TargetDecidesAlready
        : null;
}
