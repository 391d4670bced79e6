using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Trials;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Trials;

public sealed class TrialRunTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_ticket_goes_where_a_real_one_would()
    {
        var run = Begin(Leave.Document).After(Filed(days: 4), Agrees("bob", Leave.Leader, Leave.LeaderAgrees));

        Assert.Equal([Leave.Director], run.At);
        Assert.Equal([Leave.New, Leave.Leader, Leave.Director], run.Passed);
        Assert.Equal([Cast.Gil], run.Ticket!.OpenVisits.Single().Participants.Select(who => who.Person!.Value));
    }

    [Fact]
    public void The_path_goes_along_the_branch_whose_condition_held()
    {
        var director = Begin(Leave.Document).After(Filed(days: 4), Agrees("bob", Leave.Leader, Leave.LeaderAgrees));
        var nobody = Begin(Leave.Document).After(Filed(days: 1), Agrees("bob", Leave.Leader, Leave.LeaderAgrees));

        Assert.Equal([new(Leave.Submit), new(Leave.LeaderAgrees, BranchTo(Leave.Director))], director.Taken);
        Assert.Equal([new(Leave.Submit), new(Leave.LeaderAgrees)], nobody.Taken);

        static int BranchTo(StateId state) => Leave.Document.Transitions.Single(way => way.Id == Leave.LeaderAgrees).Branches.ToList().FindIndex(branch => branch.To == state);
    }

    [Fact]
    public void A_state_that_refused_last_is_told_from_one_that_agreed()
    {
        var refused = Begin(Leave.Document).After(Filed(days: 4), Agrees("bob", Leave.Leader, Leave.LeaderRefuses));
        var agreed = refused.After(new TrialStep.Take("ann", Leave.New, Leave.Submit, null, FieldValues.None), Agrees("bob", Leave.Leader, Leave.LeaderAgrees));

        Assert.Equal([Leave.Leader], refused.Refused);
        Assert.Empty(agreed.Refused);
    }

    [Fact]
    public void Whoever_is_not_asked_is_refused_and_nothing_happened()
    {
        var run = Begin(Leave.Document).After(Filed(days: 4));

        var refused = run.Do(Agrees("ann", Leave.Leader, Leave.LeaderAgrees));

        Assert.Equal(TicketRefusals.NotAParticipant.Code, refused.Refusal?.Code);
        Assert.Equal([Leave.Leader], run.At);
    }

    [Fact]
    public void The_form_is_checked_as_for_a_real_ticket()
    {
        var refused = Begin(Leave.Document).Do(new TrialStep.Submit("ann", Leave.Submit, "Holiday", FieldValues.None));

        Assert.Contains(refused.Refusal!.Fields, field => field.Key == "days");
    }

    [Fact]
    public void It_says_who_would_hear_of_it()
    {
        var run = Begin(Leave.Document).After(Filed(days: 4));

        Assert.Equal([(Cast.Bob, NoticeEvent.Arrival)], run.Entries.Single().Notices.Select(told => (told.Recipient, told.Notice.Event)));
    }

    [Fact]
    public void A_step_gives_another_run_so_that_each_can_be_gone_back_to()
    {
        var filed = Begin(Leave.Document).After(Filed(days: 1));

        filed.After(Agrees("bob", Leave.Leader, Leave.LeaderAgrees));

        Assert.Equal([Leave.Leader], filed.At);
    }

    [Fact]
    public void Work_that_one_of_several_claims_is_claimed_on_the_way()
    {
        var run = Begin(Leave.Document).After(Filed(days: 1), Agrees("bob", Leave.Leader, Leave.LeaderAgrees));
        var clerk = run.Company.Users.First(user => user.IsActive && Actor.Of(user.Id, run.Company) is { } person && run.Ticket!.OpenVisits.Single().IsFor(person));

        var done = run.After(new TrialStep.Take(clerk.UserName, Leave.Hr, Leave.HrAgrees, null, Values(("hr_note", new FieldValue.Text("noted")))));

        Assert.True(done.Ticket!.IsOver);
        Assert.Equal([Leave.Done], done.At);
    }

    [Fact]
    public void Timers_fire_when_the_clock_is_moved_past_them()
    {
        var late = new TimerSetting { Number = 1, After = TimeSpan.FromHours(2), Action = new TimerAction.Take(Leave.LeaderRefuses) };
        var run = Begin(WithState(Leave.Leader, state => state with { Timers = [late] })).After(Filed(days: 1));

        Assert.Equal(Monday.AddHours(2), run.NextDueAt);
        Assert.Equal([Leave.Leader], run.After(new TrialStep.Wait(TimeSpan.FromHours(1))).At);
        Assert.Equal([Leave.New], run.After(new TrialStep.Wait(TimeSpan.FromHours(3))).At);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(367)]
    public void The_clock_goes_on_by_something_and_not_for_ever(int days)
    {
        var refused = Begin(Leave.Document).After(Filed(days: 1)).Do(new TrialStep.Wait(TimeSpan.FromDays(days)));

        Assert.Equal(TrialRefusals.TimeMalformed.Code, refused.Refusal?.Code);
    }

    [Fact]
    public void A_script_does_its_work_or_fails_as_one_says()
    {
        var run = Begin(WithState(Leave.Hr, state => state with { Participants = new ParticipantSpec.Script("grant.py") }))
            .After(Filed(days: 1), Agrees("bob", Leave.Leader, Leave.LeaderAgrees));

        var failed = run.After(new TrialStep.Answer(Leave.Hr, Succeeds: false));

        Assert.Equal([Leave.Hr], failed.At);
        Assert.Equal(AutomationStatus.Failed, failed.Ticket!.OpenVisits.Single().Automation!.Status);
    }

    [Fact]
    public void Nobody_attaches_anything_because_a_trial_stores_nothing()
    {
        var document = Leave.Document with
        {
            Fields = [.. Leave.Document.Fields, new FormField { Id = new FieldId(900), Key = "proof", Name = "Proof", Type = FieldType.Attachment }],
        };
        var withProof = document with
        {
            States = [.. document.States.Select(state => state.Id == Leave.New
                ? state with { Access = new Dictionary<string, FieldAccess>(state.Access, StringComparer.Ordinal) { ["proof"] = FieldAccess.Required } }
                : state)],
        };

        Assert.Equal([Leave.Leader], Begin(withProof).After(Filed(days: 1)).At);
    }

    [Fact]
    public void Nothing_can_be_done_before_a_ticket_is_filed_nor_filed_twice()
    {
        var run = Begin(Leave.Document);

        Assert.Equal(TrialRefusals.NotBegun.Code, run.Do(Agrees("bob", Leave.Leader, Leave.LeaderAgrees)).Refusal?.Code);
        Assert.Equal(TrialRefusals.BegunAlready.Code, run.After(Filed(days: 1)).Do(Filed(days: 1)).Refusal?.Code);
        Assert.Equal(TrialRefusals.UnknownPerson.Code, run.Do(new TrialStep.Submit("nobody", Leave.Submit, null, FieldValues.None)).Refusal?.Code);
    }

    private static TrialRun Begin(WorkflowDocument document) =>
        TrialRun.Begin(new WorkflowVersion(new VersionId(1), new WorkflowId(1), 1, document), Cast.Company, Monday);

    private static TrialStep.Submit Filed(decimal days) => new("ann", Leave.Submit, "Holiday", Values(
        ("days", new FieldValue.Decimal(days)), ("kind", new FieldValue.Text("annual"))));

    private static TrialStep.Take Agrees(string who, StateId state, TransitionId transition) => new(who, state, transition, null, FieldValues.None);

    private static FieldValues Values(params (string Key, FieldValue? Value)[] values) => FieldValues.Of(values);

    private static WorkflowDocument WithState(StateId id, Func<State, State> change) => Leave.Document with
    {
        States = [.. Leave.Document.States.Select(state => state.Id == id ? change(state) : state)],
    };
}
