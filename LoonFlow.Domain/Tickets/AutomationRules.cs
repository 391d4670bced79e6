using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// What happens to a ticket when a script, a hook or its children do their work (spec B.18, B.20, B.21). Everything names
/// the visit and the run, so that nothing late acts on another stay, and no run is answered twice.
/// </summary>
public static class AutomationRules
{
    /// <summary>A run begins. One that a crash interrupted begins again.</summary>
    public static Result<TicketDecision> Begin(Situation situation, int visit, int run) =>
        WhyNot(situation, visit, run, AutomationStatus.Waiting, AutomationStatus.Running) is { } refusal
            ? refusal
            : Course.Of(situation).Add(new TicketEvent.AutomationStarted(visit, StateOf(situation, visit), run)).DecidedBy(situation.Actor);

    /// <summary>The other system has taken it on and answers later.</summary>
    public static Result<TicketDecision> Await(Situation situation, int visit, int run, string message) =>
        WhyNot(situation, visit, run, AutomationStatus.Running) is { } refusal
            ? refusal
            : Course.Of(situation)
                .Add(new TicketEvent.AutomationAwaitsAnswer(visit, StateOf(situation, visit), run, Shortened(message)))
                .DecidedBy(situation.Actor);

    /// <summary>It did its work: the ticket moves on by the state's first transition, with what it put out as the comment.</summary>
    public static Result<TicketDecision> Succeed(Situation situation, int visit, int run, string message, FieldChanges sent)
    {
        if (WhyNot(situation, visit, run, AutomationStatus.Running, AutomationStatus.AwaitingAnswer) is { } refusal)
        {
            return refusal;
        }

        return MoveOn(situation, visit, message, sent);
    }

    /// <summary>It did its work, and the ticket stays for another reason, as one that waits for its children.</summary>
    public static Result<TicketDecision> Finish(Situation situation, int visit, int run, string message) =>
        WhyNot(situation, visit, run, AutomationStatus.Running) is { } refusal
            ? refusal
            : Course.Of(situation)
                .Add(new TicketEvent.AutomationDone(visit, StateOf(situation, visit), run, Shortened(message)))
                .DecidedBy(situation.Actor);

    /// <summary>It failed for a reason that can be told in any language.</summary>
    public static Result<TicketDecision> Fail(Situation situation, int visit, int run, Refusal problem) =>
        Fail(situation, visit, run, FailureReason.Of(problem).Written);

    /// <summary>It failed, or another system said so in its own words: the ticket stays where it is, and says so.</summary>
    public static Result<TicketDecision> Fail(Situation situation, int visit, int run, string message) =>
        WhyNot(situation, visit, run, AutomationStatus.Waiting, AutomationStatus.Running, AutomationStatus.AwaitingAnswer) is { } refusal
            ? refusal
            : Course.Of(situation)
                .Add(new TicketEvent.AutomationFailed(visit, StateOf(situation, visit), run, Shortened(message)))
                .DecidedBy(situation.Actor);

    /// <summary>Tries again, as another run: whoever may step in, or the creator.</summary>
    public static Result<TicketDecision> Retry(Situation situation, int visitNumber)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        return WhyNotRetry(situation, visit) is { } refusal
            ? refusal
            : Course.Of(situation)
                .Add(new TicketEvent.AutomationDue(visitNumber, visit!.State, situation.Workflow.State(visit.State).Automation!.Value, visit.Automation!.Run + 1))
                .DecidedBy(situation.Actor);
    }

    /// <summary>Moves a ticket on for the engine by the first transition that is no refusal.</summary>
    internal static Result<TicketDecision> MoveOn(Situation situation, int visitNumber, string message, FieldChanges sent)
    {
        // A transition that only a timer takes is not the way on.
        Transition[] exits = [.. situation.Workflow.LeavingFrom(StateOf(situation, visitNumber)).OrderBy(way => way.IsAutomatic)];
        var exit = exits.FirstOrDefault(way => way.Kind is not TransitionKind.Refuse) ?? exits.FirstOrDefault();

        return exit is null
            ? TicketRefusals.TransitionNotHere
            : TransitionRules.Take(situation, visitNumber, exit.Id, sent, Shortened(message));
    }

    internal static Refusal? WhyNotRetry(Situation situation, Visit? visit) => situation switch
    {
        { MayView: false } => TicketRefusals.NotFound,
        { Ticket.IsOver: true } => TicketRefusals.AlreadyOver,
        { MayIntervene: false, IsCreator: false } => TicketRefusals.MayNotIntervene,
        _ when visit is not { IsOpen: true } => TicketRefusals.StateLeft,
        _ when visit.Automation is not { Status: AutomationStatus.Failed or AutomationStatus.AwaitingAnswer } => TicketRefusals.NothingToRetry,
        _ when situation.Workflow.State(visit.State).Automation is null => TicketRefusals.NothingToRetry,
        _ => null,
    };

    private static Refusal? WhyNot(Situation situation, int visit, int run, params ReadOnlySpan<AutomationStatus> expected)
    {
        if (situation.Actor is not Actor.Engine)
        {
            return TicketRefusals.NotAParticipant;
        }

        return situation.Ticket.OpenVisit(visit)?.Automation is { } automation && automation.Run == run && expected.Contains(automation.Status)
            ? null
            : TicketRefusals.RunOver;
    }

    private static StateId StateOf(Situation situation, int visit) => situation.Ticket.OpenVisit(visit)!.State;

    private static string Shortened(string message) =>
        message.Length <= Comment.MaxLength ? message : string.Concat(message.AsSpan(0, Comment.MaxLength - 1), "…");
}
