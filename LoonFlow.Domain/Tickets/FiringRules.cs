using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// A timer of a stay that is due (spec B.19 [R]): the engine fires it, only for the very stay that it belongs to and only
/// when its time has come, so it works once however often it is asked. What it cannot do, it says on the ticket and tries
/// again later.
/// </summary>
public static class FiringRules
{
    public static Result<TicketDecision> Fire(Situation situation, int visitNumber, int number)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        if (WhyNot(situation, visit, number) is { } refusal)
        {
            return refusal;
        }

        var setting = Setting(situation, visit!, number)!;

        return setting.Action switch
        {
            TimerAction.Take take => Take(situation, visit!, setting, take.Transition),
            TimerAction.Escalate escalate => Escalate(situation, visit!, setting, escalate),
            _ => Done(Course.Of(situation).Add(new TicketEvent.Reminded(visit!.Number, visit.State, number)), situation, visit, setting),
        };
    }

    private static Refusal? WhyNot(Situation situation, Visit? visit, int number) =>
        situation.Actor is not Actor.Engine ? TicketRefusals.NotAParticipant
        : situation.WhyNotHandle(visit)
            ?? (Setting(situation, visit!, number) is not null && Timer(visit!, number) is { } timer && timer.IsDue(situation.Facts.Now) ? null : TicketRefusals.TimerNotDue);

    /// <summary>The very rule by which people move a ticket; leaving the state ends every other timer and question of the stay.</summary>
    private static Result<TicketDecision> Take(Situation situation, Visit visit, TimerSetting setting, TransitionId transition)
    {
        var taken = TransitionRules.Take(situation, visit.Number, transition, FieldChanges.None, Named(setting));

        return taken.Succeeded ? taken : Failed(situation, visit, setting, taken.Refusal);
    }

    private static Result<TicketDecision> Escalate(Situation situation, Visit visit, TimerSetting setting, TimerAction.Escalate escalate)
    {
        var to = EscalationRules.Resolve(escalate.To, visit, situation.Facts);

        if (to is [])
        {
            return Failed(situation, visit, setting, TicketRefusals.NobodyToAct.With(situation.Workflow.State(visit.State).Name.Text));
        }

        var course = Course.Of(situation);

        // Whoever it would go to has it already: nothing changes, and nobody is told that something did.
        return Done(
            escalate.Replaces || to.Except(visit.Participants).Any()
                ? course.Add(new TicketEvent.Escalated(visit.Number, visit.State, setting.Number, to, escalate.Replaces)
                {
                    Relieved = escalate.Replaces ? [.. visit.Participants.Except(to)] : [],
                })
                : course,
            situation,
            visit,
            setting);
    }

    private static Result<TicketDecision> Done(Course course, Situation situation, Visit visit, TimerSetting setting) =>
        course.Add(Changed(visit, TimerRules.AfterFiring(setting, Timer(visit, setting.Number)!, situation.Facts.Now, situation.Calendar))).DecidedBy(situation.Actor);

    private static Result<TicketDecision> Failed(Situation situation, Visit visit, TimerSetting setting, Refusal refusal)
    {
        var timer = Timer(visit, setting.Number)!;
        var failure = FailureReason.Of(refusal).Written;
        var course = Course.Of(situation);

        // Said once, not at every try: the stay shows what is wrong for as long as it is.
        if (failure != timer.Failure)
        {
            course.Add(new TicketEvent.TimerFailed(visit.Number, visit.State, setting.Number, failure));
        }

        return course.Add(Changed(visit, TimerRules.Postpone(timer, TimerRules.NextTry(timer, situation.Facts.Now), failure))).DecidedBy(situation.Actor);
    }

    private static TicketEvent.TimersChanged Changed(Visit visit, VisitTimer changed) =>
        new(visit.Number, [.. visit.Timers.Select(timer => timer.Number == changed.Number ? changed : timer)]);

    private static TimerSetting? Setting(Situation situation, Visit visit, int number) =>
        situation.Workflow.State(visit.State).Timers.FirstOrDefault(setting => setting.Number == number);

    private static VisitTimer? Timer(Visit visit, int number) => visit.Timers.FirstOrDefault(timer => timer.Number == number);

    private static string Named(TimerSetting setting) => string.Create(CultureInfo.InvariantCulture, $"定时器 {setting.Number} · Timer {setting.Number}");
}
