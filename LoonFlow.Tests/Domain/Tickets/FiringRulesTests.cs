using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class FiringRulesTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void At_the_deadline_the_transition_is_taken_by_the_engine_and_the_history_names_the_timer()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Agree)).Later(Day);

        Fired(story);

        Assert.Equal(TicketStatus.Finished, story.Ticket.Status);
        var line = story.History.Last(entry => entry.Action is FlowLogAction.TransitionTaken);
        Assert.Null(line.By);
        Assert.Contains("Timer 1", line.Comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_its_time_it_does_nothing()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Agree)).Later(Day - TimeSpan.FromHours(1));

        Expect.Refused(TicketRefusals.TimerNotDue, Fire(story));
    }

    [Fact]
    public void It_does_not_act_on_a_later_stay()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Agree));
        var visit = story.Visit.Number;
        story.Taken(Cast.Bob, OneStep.Refuse).Taken(Cast.Ann, OneStep.Submit).Later(Day - TimeSpan.FromMinutes(3));

        Expect.Refused(TicketRefusals.StateLeft, FiringRules.Fire(story.SeenBy(new Actor.Engine()), visit, 1));
        Expect.Refused(TicketRefusals.TimerNotDue, Fire(story));
    }

    [Fact]
    public void Claims_forwards_and_comments_do_not_start_the_clock_anew()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Agree));
        var due = story.Visit.NextDueAt;

        story.Forwarded(Cast.Bob, Cast.Gil).Commented(Cast.Gil, "Tomorrow");

        Assert.Equal(due, story.Visit.NextDueAt);
    }

    [Fact]
    public void Nobody_but_the_engine_fires_one()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Agree)).Later(Day);

        Expect.Refused(TicketRefusals.NotAParticipant, FiringRules.Fire(story.SeenBy(Cast.Bob), story.Visit.Number, 1));
        Expect.Refused(TicketRefusals.NotAParticipant, FiringRules.Fire(story.SeenBy(Cast.Rita), story.Visit.Number, 1));
    }

    [Fact]
    public void What_it_cannot_do_is_said_once_and_tried_again()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Agree), state => state with { Access = Sketch.Access("days!") }).Later(Day);

        Fired(story);

        var timer = Assert.Single(story.Visit.Timers);
        Assert.Equal(new FailureReason("ticket.form_incomplete", ["days"]).Written, timer.Failure);
        Assert.Equal(TimeSpan.FromMinutes(1), timer.DueAt - (story.Now - TimeSpan.FromMinutes(1)));

        Fired(story.Later(TimeSpan.FromHours(1)));

        Assert.Equal(2, Assert.Single(story.Visit.Timers).Failed);
        Assert.Single(story.History, entry => entry.Action is FlowLogAction.TimerFailed);
    }

    [Fact]
    public void It_ends_an_open_consultation()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Refuse)).Consulted(Cast.Bob, Cast.Gil).Later(Day);

        Fired(story);

        Assert.Equal(OneStep.New, story.Visit.State);
        Assert.False(story.Visit.IsConsulting);
    }

    [Fact]
    public void A_consultation_stops_the_clock_where_the_designer_says_so()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Agree), pauses: true).Later(TimeSpan.FromHours(20)).Consulted(Cast.Bob, Cast.Gil).Later(7 * Day);

        Expect.Refused(TicketRefusals.TimerNotDue, Fire(story));
        story.Answered(Cast.Gil).Later(TimeSpan.FromHours(3));
        Expect.Refused(TicketRefusals.TimerNotDue, Fire(story));
        Fired(story.Later(TimeSpan.FromHours(2)));

        Assert.Equal(TicketStatus.Finished, story.Ticket.Status);
    }

    [Fact]
    public void The_clock_goes_on_however_the_consultation_ended()
    {
        var story = Waiting(new TimerAction.Take(OneStep.Agree), pauses: true).Consulted(Cast.Bob, Cast.Gil);

        story.Applied(ForwardingRules.Force(story.SeenBy(Cast.Rita), story.Visit.Number, null, Cast.Dan, "Gil is away"));

        Assert.False(story.Visit.IsConsulting);
        Assert.NotNull(story.Visit.NextDueAt);
    }

    [Fact]
    public void Reminders_come_as_often_as_they_should()
    {
        var story = Waiting(new TimerAction.Remind(3, TimeSpan.FromHours(4)));

        for (var hour = 0; hour < 48; hour++)
        {
            story.Later(TimeSpan.FromHours(1));

            if (Fire(story).Succeeded)
            {
                Fired(story);
            }
        }

        Assert.Equal(3, story.History.Count(entry => entry.Action is FlowLogAction.Reminded));
        Assert.Null(story.Visit.NextDueAt);
    }

    [Theory]
    [InlineData(false, "Dan, Gil")]
    [InlineData(true, "Gil")]
    public void Escalation_asks_the_leader_too_or_instead(bool replaces, string expected)
    {
        var story = Waiting(
            new TimerAction.Escalate(new EscalationTarget.Leader(), replaces),
            state => state with { Participants = new ParticipantSpec.People([Cast.Dan]) }).Later(Day);
        story.Company = Cast.With(Cast.Company.Department(Cast.Payroll)! with { Leader = Cast.Gil });

        Fired(story);

        Assert.Equal(expected, string.Join(", ", story.Waiting.Select(Cast.Name)));
        Assert.Equal((FlowLogAction.Escalated, Cast.Gil), (story.History[^1].Action, story.History[^1].Target));
    }

    [Fact]
    public void Where_a_target_has_nobody_active_it_goes_to_those_who_administer()
    {
        var story = Waiting(new TimerAction.Escalate(new EscalationTarget.Roles([Cast.Auditors]), Replaces: true)).Later(Day);

        Fired(story);

        Assert.Equal([Cast.Rita], story.Waiting);
    }

    [Fact]
    public void A_group_is_asked_as_a_group()
    {
        var story = Waiting(new TimerAction.Escalate(new EscalationTarget.Roles([Cast.Operators]), Replaces: true)).Later(Day);

        Fired(story);

        Assert.Equal([Participant.Of(Cast.Operators)], story.Visit.Participants);
    }

    [Fact]
    public void Escalating_to_those_who_have_it_already_changes_nothing()
    {
        var story = Waiting(new TimerAction.Escalate(new EscalationTarget.People([Cast.Bob]), Replaces: false)).Later(Day);

        Fired(story);

        Assert.DoesNotContain(story.History, entry => entry.Action is FlowLogAction.Escalated);
        Assert.Null(story.Visit.NextDueAt);
    }

    [Fact]
    public void Whoever_a_vote_was_escalated_to_decides_it()
    {
        var story = Waiting(
            new TimerAction.Escalate(new EscalationTarget.People([Cast.Gil]), Replaces: false),
            state => state with { Participants = new ParticipantSpec.People([Cast.Bob, Cast.Dan]), Distribution = Distribution.AllMustProcess }).Later(Day);
        Fired(story);

        story.Taken(Cast.Gil, OneStep.Agree);

        Assert.Equal(TicketStatus.Finished, story.Ticket.Status);
    }

    [Fact]
    public void A_failure_is_read_as_it_was_written()
    {
        var failure = FailureReason.Of(TicketRefusals.NobodyToAct.With("Line\nbreak"));

        var read = FailureReason.Read(failure.Written);

        Assert.Equal("ticket.nobody_to_act", read.Code);
        Assert.Equal(["Line break"], read.About);
    }

    private static Story Waiting(TimerAction action, Func<State, State>? change = null, bool pauses = false)
    {
        var timer = new TimerSetting { Number = 1, Action = action, After = Day, PausesForConsultation = pauses };
        var version = OneStep.With(state => (change?.Invoke(state) ?? state) with { Timers = [timer] });

        return new Story(version).Filed(Cast.Ann, OneStep.Submit, Form.With("A title"));
    }

    private static Result<TicketDecision> Fire(Story story) => FiringRules.Fire(story.SeenBy(new Actor.Engine()), story.Visit.Number, 1);

    private static void Fired(Story story) => story.Applied(Fire(story));
}
