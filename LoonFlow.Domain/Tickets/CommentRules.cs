using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Tickets;

/// <summary>Whoever may view a ticket may comment on it, also after its end (spec B.22 [R]).</summary>
public static class CommentRules
{
    public static Result<TicketDecision> Add(Situation situation, string? comment) =>
        (WhyNot(situation) ?? Comment.WhyNot(comment, isRequired: true)) is { } refusal
            ? refusal
            : situation.Decide(new TicketEvent.Commented(situation.Ticket.State, Comment.Cleaned(comment)));

    internal static Refusal? WhyNot(Situation situation) => situation.MayView ? null : TicketRefusals.NotFound;
}
