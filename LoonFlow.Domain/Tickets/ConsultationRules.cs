using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
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

        if ((WhyNotAnswer(situation, visit) ?? Comment.WhyNot(comment)) is { } refusal)
        {
            return refusal;
        }

        var asker = visit!.Consultations.LastOrDefault(consultation => situation.Facts.Company.IsActive(consultation.Asker));

        return asker is not null
            ? situation.Decide(Answered(visit, asker, comment))
            : AnsweredToTheState(situation, visit, comment);
    }

    internal static Refusal? WhyNotConsult(Situation situation, Visit? visit) =>
        ForwardingRules.WhyNot(situation, visit) ?? (visit!.Consultations.Count < MaxDepth ? null : TicketRefusals.ConsultationOpen);

    internal static Refusal? WhyNotAnswer(Situation situation, Visit? visit) =>
        ForwardingRules.WhyNot(situation, visit) ?? (visit!.IsConsulting ? null : TicketRefusals.NoConsultationOpen);

    private static TicketEvent.ConsultationAnswered Answered(Visit visit, Consultation consultation, string? comment) =>
        new(visit.Number, visit.State, consultation.Asker, Comment.Cleaned(comment));

    /// <summary>Every asker has left the company: without this, the answer would leave the ticket with nobody.</summary>
    private static Result<TicketDecision> AnsweredToTheState(Situation situation, Visit visit, string? comment)
    {
        var (workflow, ticket, _, facts) = situation;
        var state = workflow.State(visit.State);
        var participants = EntryRules.Participants(state, ticket.Creator, situation.ValuesWith(FieldChanges.None), facts);

        return participants is []
            ? TicketRefusals.NobodyToAct.With(state.Name.Text)
            : situation.Decide(
            [
                Answered(visit, visit.Consultations[0], comment),
                new TicketEvent.Reassigned(visit.Number, visit.State, participants),
            ]);
    }
}
