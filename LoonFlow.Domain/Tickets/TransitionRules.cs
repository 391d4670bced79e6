using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Taking a transition (spec B.10).</summary>
public static class TransitionRules
{
    public static Result<TicketDecision> Take(Situation situation, int visitNumber, TransitionId id, FieldChanges sent, string? comment)
    {
        var (workflow, ticket, _, facts) = situation;
        var visit = ticket.OpenVisit(visitNumber);

        if (WhyNot(situation, visit) is { } refusal)
        {
            return refusal;
        }

        if (workflow.Transition(id) is not { } transition || transition.From != visit!.State)
        {
            return TicketRefusals.TransitionNotHere;
        }

        if (Comment.WhyNot(comment) is { } problem)
        {
            return problem;
        }

        var accepted = FormRules.Accept(workflow, workflow.State(visit.State), transition.RequiresFields, sent, Stored(ticket), facts);

        if (!accepted.Succeeded)
        {
            return accepted.Refusal;
        }

        var changes = accepted.Value;
        var valueOf = situation.ValuesWith(changes);
        var destination = EntryRules.Destination(transition, valueOf);
        var entered = EntryRules.Enter(workflow, destination, transition.Kind, ticket.Creator, ticket.VisitCount + 1, valueOf, facts);

        return entered.Succeeded
            ? situation.Decide(
            [
                new TicketEvent.TransitionTaken(visit.Number, transition.Id, visit.State, Comment.Cleaned(comment)),
                .. Changed(changes),
                new TicketEvent.StateLeft(visit.Number),
                .. entered.Value,
            ])
            : entered.Refusal;
    }

    /// <summary>Why no transition may be taken from this visit; null when they may.</summary>
    internal static Refusal? WhyNot(Situation situation, Visit? visit) =>
        situation.WhyNotHandle(visit)
        ?? (visit!.IsConsulting ? TicketRefusals.ConsultationOpen
            : situation.NeedsClaim(visit) ? TicketRefusals.ClaimFirst
            : null);

    private static FieldChanges Stored(Ticket ticket) =>
        new(ticket.Title, ticket.Values.ToDictionary(pair => pair.Key, pair => (FieldValue?)pair.Value, StringComparer.Ordinal));

    private static IEnumerable<TicketEvent> Changed(FieldChanges changes)
    {
        if (changes.Title is { Length: > 0 } title)
        {
            yield return new TicketEvent.TitleChanged(title);
        }

        if (changes.Values.Count > 0)
        {
            yield return new TicketEvent.ValuesChanged(changes.Values);
        }
    }
}
