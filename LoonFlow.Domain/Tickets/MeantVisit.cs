using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// Which open visit is meant by those who know a ticket in one state only, as callers of loonflow do: one where the actor
/// may do what they ask, else one that waits for them, else the first. Whether they may is decided by the rule that follows.
/// </summary>
public static class MeantVisit
{
    private const int None = 0;

    public static int OfTaking(Situation situation, TransitionId transition) => situation.Workflow.Transition(transition) is { } way
        ? First(situation, visit => TransitionRules.WhyNot(situation, visit) ?? TransitionRules.WhyNot(situation, visit, way))
        : First(situation, visit => TransitionRules.WhyNot(situation, visit));

    public static int OfClaiming(Situation situation) => First(situation, visit => ClaimRules.WhyNot(situation, visit));

    public static int OfForwarding(Situation situation) => First(situation, visit => ForwardingRules.WhyNot(situation, visit));

    public static int OfForcing(Situation situation) => First(situation, visit => ForwardingRules.WhyNotForce(situation, visit));

    public static int OfConsulting(Situation situation) => First(situation, visit => ConsultationRules.WhyNotConsult(situation, visit));

    public static int OfAnswering(Situation situation) => First(situation, visit => ConsultationRules.WhyNotAnswer(situation, visit));

    public static int OfRetrying(Situation situation) => First(situation, visit => AutomationRules.WhyNotRetry(situation, visit));

    private static int First(Situation situation, Func<Visit, Refusal?> whyNot)
    {
        Visit[] open = [.. situation.Ticket.OpenVisits.Where(visit => !visit.IsFork)];
        var meant = open.FirstOrDefault(visit => whyNot(visit) is null)
            ?? open.FirstOrDefault(visit => situation.Actor is Actor.Person person && visit.IsFor(person))
            ?? open.FirstOrDefault();

        return meant?.Number ?? None;
    }
}
