using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Tickets;

/// <summary>Asking someone and getting the work back with their answer (加签, spec B.17). Consultations nest: each answer goes to its own asker.</summary>
public static class ConsultationRules
{
    /// <summary>How deep questions about questions may go.</summary>
    public const int MaxDepth = 10;

    public static Result<TicketDecision> Consult(Situation situation, int visitNumber, UserId target, string? comment)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        return (WhyNotConsult(situation, visit) ?? ForwardingRules.WhyNotTo(situation, visit!, target) ?? Comment.WhyNot(comment)) is { } refusal
            ? refusal
            : situation.Decide(new TicketEvent.Consulted(
                visit!.Number, visit.State, ((Actor.Person)situation.Actor).Id, target, Comment.Cleaned(comment)));
    }

    public static Result<TicketDecision> Answer(Situation situation, int visitNumber, string? comment)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        return (WhyNotAnswer(situation, visit) ?? Comment.WhyNot(comment)) is { } refusal
            ? refusal
            : situation.Decide(new TicketEvent.ConsultationAnswered(
                visit!.Number, visit.State, visit.Consultations[^1].Asker, Comment.Cleaned(comment)));
    }

    internal static Refusal? WhyNotConsult(Situation situation, Visit? visit) =>
        ForwardingRules.WhyNot(situation, visit) ?? (visit!.Consultations.Count < MaxDepth ? null : TicketRefusals.ConsultationOpen);

    internal static Refusal? WhyNotAnswer(Situation situation, Visit? visit) =>
        ForwardingRules.WhyNot(situation, visit) ?? (visit!.IsConsulting ? null : TicketRefusals.NoConsultationOpen);
}
