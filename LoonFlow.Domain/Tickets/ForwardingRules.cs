using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Tickets;

/// <summary>Handing the work to someone else for good (转交, spec B.16). During a consultation, the consultation is passed on.</summary>
public static class ForwardingRules
{
    public static Result<TicketDecision> Forward(Situation situation, int visitNumber, UserId target, string? comment)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        return (WhyNot(situation, visit) ?? WhyNotTo(situation, visit!, target) ?? Comment.WhyNot(comment)) is { } refusal
            ? refusal
            : situation.Decide(new TicketEvent.Forwarded(visit!.Number, visit.State, target, Comment.Cleaned(comment)));
    }

    internal static Refusal? WhyNot(Situation situation, Visit? visit) =>
        situation.Actor is Actor.Person ? situation.WhyNotHandle(visit) : TicketRefusals.NotAParticipant;

    /// <summary>Why work cannot go to this person; the same for forwarding and consulting.</summary>
    internal static Refusal? WhyNotTo(Situation situation, Visit visit, UserId target) =>
        !situation.Facts.Company.IsActive(target) ? TicketRefusals.TargetUnknown
        : situation.Actor is Actor.Person person && person.Id == target ? TicketRefusals.TargetIsYourself
        : visit.Consultations.Any(consultation => consultation.Asker == target) ? TicketRefusals.TargetIsAsking
        : null;
}
