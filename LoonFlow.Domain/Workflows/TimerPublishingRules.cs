using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for timers: each waits for some time and has something to do.</summary>
internal static class TimerPublishingRules
{
    private const int MostReminders = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);

    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document, Company company) =>
    [
        .. document.States.SelectMany(state => OfState(document, state, company)),
        .. document.Transitions.Where(transition => transition.IsAutomatic && IsNeverTaken(document, transition)).Select(NeverTaken),
        .. document.Calendar is { } calendar && company.Calendars.All(known => known.Id != calendar) ? [CalendarUnknown()] : Array.Empty<PublishingProblem>(),
    ];

    private static IEnumerable<PublishingProblem> OfState(WorkflowDocument document, State state, Company company)
    {
        if (state.Kind is StateKind.End && state.Timers is not [])
        {
            yield return At(state, ProblemSeverity.Error, "workflow.timer_at_end", $"“{state.Name}” is an end, where no ticket stays; a timer does nothing there.");
        }

        foreach (var same in state.Timers.GroupBy(timer => timer.Number).Where(same => same.Skip(1).Any()))
        {
            yield return At(state, ProblemSeverity.Error, "workflow.timer_number_duplicate", $"Two timers of “{state.Name}” have the number {same.Key}.", Number(same.Key));
        }

        foreach (var problem in state.Timers.SelectMany(timer => OfTimer(document, state, timer, company)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<PublishingProblem> OfTimer(WorkflowDocument document, State state, TimerSetting timer, Company company)
    {
        var number = Number(timer.Number);

        if (timer.After <= TimeSpan.Zero || timer.After > Longest)
        {
            yield return At(
                state, ProblemSeverity.Error, "workflow.timer_time_malformed", $"Timer {number} of “{state.Name}” waits for more than nothing and at most {Longest.Days} days.", number, Number(Longest.Days));
        }

        switch (timer.Action)
        {
            case TimerAction.Take take when !document.Transitions.Any(one => one.Id == take.Transition && one.From == state.Id):
                yield return At(state, ProblemSeverity.Error, "workflow.timer_transition_unknown", $"Timer {number} takes a transition that does not leave “{state.Name}”.", number);
                break;
            case TimerAction.Take take when document.Transitions.First(one => one.Id == take.Transition).RequiresFields && state.Access.Values.Contains(FieldAccess.Required):
                yield return At(
                    state, ProblemSeverity.Warning, "workflow.timer_requires_fields", $"Timer {number} of “{state.Name}” takes a transition that checks required fields; while they are empty it can only say so and try again.", number);
                break;
            case TimerAction.Remind remind when remind.Times is < 1 or > MostReminders || (remind.Times > 1 && (remind.Every < ShortestInterval || remind.Every > Longest)):
                yield return At(
                    state, ProblemSeverity.Error, "workflow.timer_reminder_malformed", $"Timer {number} of “{state.Name}” reminds 1 to {MostReminders} times, at least a minute apart.", number, Number(MostReminders));
                break;
            case TimerAction.Escalate escalate when !HasSomebody(escalate.To, company):
                yield return At(
                    state, ProblemSeverity.Warning, "workflow.timer_target_empty", $"Timer {number} of “{state.Name}” asks people or roles among whom nobody is active; it will ask those who administer.", number);
                break;
        }
    }

    private static bool HasSomebody(EscalationTarget target, Company company) => target switch
    {
        EscalationTarget.People people => people.Ids.Any(company.IsActive),
        EscalationTarget.Roles roles => roles.Ids.Any(id => company.MembersOf(id).Count > 0),
        _ => true,
    };

    private static bool IsNeverTaken(WorkflowDocument document, Transition transition) => document.States
        .Where(state => state.Id == transition.From)
        .All(state => !state.IsAutomatic && !state.Timers.Any(timer => timer.Action is TimerAction.Take take && take.Transition == transition.Id));

    private static PublishingProblem NeverTaken(Transition transition) =>
        new(ProblemSeverity.Warning, "workflow.automatic_never_taken", $"“{transition.Name}” is taken by a timer only, but no timer takes it.")
        {
            Arguments = [transition.Name.Text],
            Transition = transition.Id,
        };

    private static PublishingProblem CalendarUnknown() =>
        new(ProblemSeverity.Warning, "workflow.calendar_unknown", "The calendar of its timers is not known; they count in the default one.");

    private static PublishingProblem At(State state, ProblemSeverity severity, string code, string message, params string[] more) =>
        new(severity, code, message) { Arguments = [state.Name.Text, .. more], State = state.Id };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
