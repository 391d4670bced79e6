using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class TimerPublishingRulesTests
{
    private static readonly TimerSetting Fine = new() { Number = 1, Action = new TimerAction.Take(OneStep.Agree), After = TimeSpan.FromDays(2) };

    [Fact]
    public void Timers_that_wait_and_have_something_to_do_are_fine()
    {
        Assert.Empty(Codes(
            Fine,
            Fine with { Number = 2, Action = new TimerAction.Remind(3, TimeSpan.FromHours(4)) },
            Fine with { Number = 3, Action = new TimerAction.Escalate(new EscalationTarget.Leader(), Replaces: false) },
            Fine with { Number = 4, Action = new TimerAction.Escalate(new EscalationTarget.Roles([Cast.Operators]), Replaces: true) }));
    }

    [Fact]
    public void What_can_never_work_is_refused()
    {
        Assert.Equal(["workflow.timer_number_duplicate"], Codes(Fine, Fine));
        Assert.Equal(["workflow.timer_time_malformed"], Codes(Fine with { After = TimeSpan.Zero }));
        Assert.Equal(["workflow.timer_time_malformed"], Codes(Fine with { After = TimeSpan.MaxValue }));
        Assert.Equal(["workflow.timer_transition_unknown"], Codes(Fine with { Action = new TimerAction.Take(OneStep.Submit) }));
        Assert.Equal(["workflow.timer_reminder_malformed"], Codes(Fine with { Action = new TimerAction.Remind(0, TimeSpan.FromHours(1)) }));
        Assert.Equal(["workflow.timer_reminder_malformed"], Codes(Fine with { Action = new TimerAction.Remind(2, TimeSpan.Zero) }));
    }

    [Fact]
    public void What_may_go_otherwise_than_meant_is_pointed_out()
    {
        var required = OneStep.Sketched(state => state with { Access = Sketch.Access("days!"), Timers = [Fine] }).Document;
        var unused = OneStep.Sketched(state => state).Way(new Transition
        {
            Id = new TransitionId(99), Name = "Too late", From = OneStep.Step, To = OneStep.Done, IsAutomatic = true,
        }).Document;

        Assert.Equal(["workflow.timer_requires_fields"], Codes(required));
        Assert.Equal(["workflow.automatic_never_taken"], Codes(unused));
        Assert.Equal(["workflow.calendar_unknown"], Codes(OneStep.Sketched(state => state).Document with { Calendar = new CalendarId(404) }));
        Assert.Equal(
            ["workflow.timer_target_empty"],
            Codes(Fine with { Action = new TimerAction.Escalate(new EscalationTarget.Roles([Cast.Auditors]), Replaces: false) }));
    }

    [Fact]
    public void An_end_has_no_timers()
    {
        var document = OneStep.Sketched(state => state).Document;

        Assert.Equal(
            ["workflow.timer_at_end"],
            Codes(document with { States = [.. document.States.Select(state => state.Kind is StateKind.End ? state with { Timers = [Fine with { Action = new TimerAction.Remind(1, default) }] } : state)] }));
    }

    private static IEnumerable<string> Codes(params TimerSetting[] timers) => Codes(OneStep.Sketched(state => state with { Timers = timers }).Document);

    private static IEnumerable<string> Codes(WorkflowDocument document) => PublishingRules.Problems(document, Cast.Company).Select(problem => problem.Code);
}
