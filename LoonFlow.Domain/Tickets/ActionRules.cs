using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Tickets;

/// <summary>What the reader is offered. Asks the very checks that the deciding rules ask, so what is offered is what is accepted.</summary>
public static class ActionRules
{
    public static IReadOnlyList<TicketAction> Offered(Situation situation) =>
    [
        .. situation.Ticket.OpenVisits.SelectMany(visit => OnVisit(situation, visit)),
        .. Offer(new TicketAction.AddComment(), CommentRules.WhyNot(situation)),
        .. Offer(new TicketAction.TakeBack(), TakingBackRules.WhyNot(situation)),
        .. Offer(new TicketAction.Withdraw(), WithdrawalRules.WhyNot(situation)),
        .. situation.Ticket.OpenVisits.SelectMany(visit => Offer(new TicketAction.ForceForward(visit.Number), ForwardingRules.WhyNotForce(situation, visit))),
        .. Offer(() => new TicketAction.Jump(JumpRules.Targets(situation), situation.Ticket.IsOver), JumpRules.WhyNot(situation)),
        .. Offer(new TicketAction.Correct(), CorrectionRules.WhyNot(situation)),
        .. Offer(new TicketAction.Close(), ClosingRules.WhyNot(situation)),
        .. Offer(new TicketAction.Delete(), DeletionRules.WhyNotDelete(situation)),
        .. Offer(new TicketAction.Restore(), DeletionRules.WhyNotRestore(situation)),
    ];

    private static IEnumerable<TicketAction> OnVisit(Situation situation, Visit visit) =>
    [
        .. Offer(new TicketAction.Claim(visit.Number), ClaimRules.WhyNot(situation, visit)),
        .. situation.Workflow.LeavingFrom(visit.State).SelectMany(transition => Offer(
            new TicketAction.Take(visit.Number, transition),
            TransitionRules.WhyNot(situation, visit) ?? TransitionRules.WhyNot(situation, visit, transition))),
        .. Offer(
            () => new TicketAction.Return(visit.Number, [.. ReturningRules.Targets(situation, visit).Select(target => new ReturnTarget(target, ReturningRules.Then(situation, visit, target)))]),
            ReturningRules.WhyNot(situation, visit)),
        .. Offer(new TicketAction.AnswerConsultation(visit.Number), ConsultationRules.WhyNotAnswer(situation, visit)),
        .. Offer(new TicketAction.Forward(visit.Number), ForwardingRules.WhyNot(situation, visit)),
        .. Offer(new TicketAction.Consult(visit.Number), ConsultationRules.WhyNotConsult(situation, visit)),
        .. Offer(new TicketAction.RetryAutomation(visit.Number), AutomationRules.WhyNotRetry(situation, visit)),
    ];

    private static IEnumerable<TicketAction> Offer(Func<TicketAction> action, Refusal? refusal) => refusal is null ? [action()] : [];

    private static IEnumerable<TicketAction> Offer(TicketAction action, Refusal? refusal) => refusal is null ? [action] : [];
}
