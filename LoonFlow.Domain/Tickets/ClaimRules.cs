using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Tickets;

/// <summary>One of several takes the work on (spec B.15).</summary>
public static class ClaimRules
{
    public static Result<TicketDecision> Claim(Situation situation, int visitNumber)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        return WhyNot(situation, visit) is { } refusal
            ? refusal
            : situation.Decide(new TicketEvent.Claimed(visit!.Number, visit.State, ((Actor.Person)situation.Actor).Id));
    }

    internal static Refusal? WhyNot(Situation situation, Visit? visit) =>
        situation.WhyNotHandle(visit) ?? (situation.NeedsClaim(visit!) ? null : TicketRefusals.NothingToClaim);
}
