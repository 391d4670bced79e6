using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class VersionMoveRulesTests
{
    private static readonly Dictionary<StateId, StateId> Nothing = [];

    [Fact]
    public void A_stay_goes_on_in_the_same_state_with_its_people_and_claim()
    {
        var story = WithHr().Claimed(Cast.Dan);
        var number = story.Visit.Number;

        var moved = Moved(story, document => document with { Name = "Holiday" });

        var visit = moved.OpenVisits.Single();
        Assert.Equal((new VersionId(101), number, Cast.Dan), (moved.Version, visit.Number, visit.ClaimedBy));
        Assert.Equal(story.Visit.Participants, visit.Participants);
        Assert.Equal(story.Ticket.Steps, moved.Steps);
    }

    [Fact]
    public void History_says_who_moved_it_to_which_version()
    {
        var story = WithHr();
        var move = To(story, document => Renamed(document, Leave.Hr, "Personnel"));

        var decision = VersionMoveRules.Move(story.SeenBy(Cast.Rita), move).Value;
        story.Ticket.Apply(decision);
        var line = Assert.Single(FlowLogEntry.For(move.Target, story.Ticket, decision));

        Assert.Equal((FlowLogAction.VersionMoved, Cast.Rita, "HR", "version 2"), (line.Action, line.By!.Value, line.StateName.Text, line.TargetStateName!.English));
    }

    [Fact]
    public void A_state_that_is_gone_stands_in_the_way_until_another_takes_its_place()
    {
        var story = WithHr();

        Assert.Equal(VersionMoveRefusals.StateGone.With("HR"), Reason(story, WithoutHr), Same);

        var move = To(story, WithoutHr, new Dictionary<StateId, StateId> { [Leave.Hr] = Leave.Director });
        story.Ticket.Apply(VersionMoveRules.Move(story.SeenBy(Cast.Rita), move).Value);

        Assert.Equal((Leave.Director, Cast.Gil), (story.Visit.State, story.Waiting.Single()));
    }

    [Fact]
    public void Who_lost_the_only_person_of_the_new_state_is_not_moved()
    {
        var story = WithHr();
        var move = To(
            story,
            document => Changed(WithoutHr(document), Leave.Director, state => state with { Participants = new ParticipantSpec.People([]) }),
            new Dictionary<StateId, StateId> { [Leave.Hr] = Leave.Director });

        Assert.Equal(TicketRefusals.NobodyToAct.Code, VersionMoveRules.Move(story.SeenBy(Cast.Rita), move).Refusal!.Code);
    }

    [Fact]
    public void A_state_of_another_kind_does_not_take_over()
    {
        Assert.Equal(
            VersionMoveRefusals.KindChanged.With("HR"),
            Reason(WithHr(), document => Changed(document, Leave.Hr, state => state with { Participants = new ParticipantSpec.Script("work.py") })),
            Same);
    }

    [Fact]
    public void A_running_script_is_waited_for()
    {
        var story = Situations.All["vpn: a script runs"]();

        Assert.Equal(VersionMoveRefusals.AutomationRunning.Code, Reason(story, document => document with { Name = "Access" }).Code);
    }

    [Fact]
    public void An_open_consultation_goes_on_where_the_same_are_asked_and_stands_in_the_way_elsewhere()
    {
        var story = Situations.All["leave: consulted"]();

        Assert.Equal(VersionMoveRefusals.ConsultationOpen.Code, Reason(story, document => Changed(document, Leave.Leader, state => state with { Participants = new ParticipantSpec.People([Cast.Gil]) })).Code);
        Assert.True(Moved(story, document => document with { Name = "Holiday" }).OpenVisits.Single().IsConsulting);
    }

    [Fact]
    public void Votes_stay_where_the_same_people_vote_by_the_same_rule()
    {
        var story = new Story(Votes.By(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo, Cast.Dan)).Filed(Cast.Ann, Votes.Submit).Taken(Cast.Bob, Votes.Agree);

        Assert.Equal(VersionMoveRefusals.VotesOpen.Code, Reason(story, document => Changed(document, Votes.Committee, state => state with { Voting = new VotingPolicy.Majority() })).Code);
        Assert.Equal(story.Visit.Seats, Moved(story, document => document with { Name = "Buying" }).OpenVisits.Single().Seats);
    }

    [Fact]
    public void A_value_must_fit_the_new_type_of_its_field_and_follows_its_field_to_a_new_key()
    {
        var story = WithHr();

        Assert.Equal(VersionMoveRefusals.ValueMisfits.Code, Reason(story, document => Field(document, "days", field => field with { Type = FieldType.Date })).Code);

        var moved = Moved(story, document => Field(document, "reason", field => field with { Key = "why" }));
        Assert.Equal((story.Ticket.Values["reason"], null), (moved.Values["why"], moved.Values["reason"]));
    }

    [Fact]
    public void Branches_go_on_where_fork_join_and_ways_are_the_same()
    {
        var story = new Story(Branches.Meeting(JoinSetting.ForAll)).Filed(Cast.Ann, Branches.Submit).Taken(Cast.Bob, Branches.Prepared);

        Assert.Equal(VersionMoveRefusals.BlockDiffers.Code, Reason(story, document => document with { Transitions = [.. document.Transitions.Where(way => way.Id != Branches.ToThird)] }).Code);
        Assert.Equal(4, Moved(story, document => document with { Name = "Parallel" }).OpenVisits.Count());
    }

    [Fact]
    public void Timers_are_counted_anew_from_when_the_stay_began()
    {
        var story = WithHr();
        var remind = new TimerSetting { Number = 1, Action = new TimerAction.Remind(1, TimeSpan.FromDays(1)), After = TimeSpan.FromDays(2) };

        var moved = Moved(story, document => Changed(document, Leave.Hr, state => state with { Timers = [remind] }));

        Assert.Equal(story.Visit.EnteredAt + TimeSpan.FromDays(2), moved.OpenVisits.Single().NextDueAt);
    }

    [Fact]
    public void Steps_in_states_that_are_gone_are_neither_taken_back_nor_returned_to()
    {
        var story = WithHr();
        WorkflowDocument WithoutLeader(WorkflowDocument document) => Changed(Without(document, Leave.Leader), Leave.Hr, state => state with { Returns = new ReturnSetting(ReturnTargets.Earlier) });
        var move = To(story, WithoutLeader);
        story.Ticket.Apply(VersionMoveRules.Move(story.SeenBy(Cast.Rita), move).Value);

        var after = new Situation(move.Target, story.Ticket, Cast.Actor(Cast.Bob), story.Facts with { IsRelated = true });

        Assert.DoesNotContain(ActionRules.Offered(after), action => action is TicketAction.TakeBack);
        Assert.DoesNotContain(Leave.Leader, ReturningRules.Targets(after, story.Visit));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Wherever_a_ticket_stands_moving_it_to_the_same_document_keeps_it_there_or_says_why_not(string name)
    {
        var story = Situations.All[name]();
        var before = story.Ticket.OpenVisits.Select(visit => (visit.Number, visit.State)).ToArray();
        var decision = VersionMoveRules.Move(story.SeenBy(Cast.Rita), To(story, document => document));

        if (decision.Succeeded)
        {
            story.Ticket.Apply(decision.Value);
        }

        Assert.Equal(before, story.Ticket.OpenVisits.Select(visit => (visit.Number, visit.State)));
        Assert.True(decision.Succeeded || story.Ticket.IsOver || decision.Refusal!.Code == VersionMoveRefusals.AutomationRunning.Code, decision.Refusal?.Code);
    }

    [Fact]
    public void Only_those_who_administer_the_workflow_move_tickets() =>
        Assert.False(VersionMoveRules.Move(WithHr().SeenBy(Cast.Dan), To(WithHr(), document => document)).Succeeded);

    public static TheoryData<string> Names => [.. Situations.All.Keys];

    private static bool Same(LoonFlow.Domain.Common.Refusal one, LoonFlow.Domain.Common.Refusal other) => one.Code == other.Code && one.Arguments.SequenceEqual(other.Arguments);

    private static Story WithHr() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Taken(Cast.Bob, Leave.LeaderAgrees);

    private static VersionMove To(Story story, Func<WorkflowDocument, WorkflowDocument> change, IReadOnlyDictionary<StateId, StateId>? instead = null) =>
        new(new WorkflowVersion(new VersionId(101), story.Workflow.Workflow, 2, change(story.Workflow.Document)), instead ?? Nothing);

    private static LoonFlow.Domain.Common.Refusal Reason(Story story, Func<WorkflowDocument, WorkflowDocument> change) =>
        VersionMoveRules.Problems(story.SeenBy(Cast.Rita), To(story, change))[0];

    private static Ticket Moved(Story story, Func<WorkflowDocument, WorkflowDocument> change)
    {
        var decision = VersionMoveRules.Move(story.SeenBy(Cast.Rita), To(story, change));
        Assert.True(decision.Succeeded, decision.Refusal?.Message);
        story.Ticket.Apply(decision.Value);

        return story.Ticket;
    }

    private static WorkflowDocument Changed(WorkflowDocument document, StateId id, Func<State, State> change) =>
        document with { States = [.. document.States.Select(state => state.Id == id ? change(state) : state)] };

    private static WorkflowDocument Renamed(WorkflowDocument document, StateId id, string name) => Changed(document, id, state => state with { Name = name });

    private static WorkflowDocument WithoutHr(WorkflowDocument document) => Without(document, Leave.Hr);

    private static WorkflowDocument Without(WorkflowDocument document, StateId gone) => document with
    {
        States = [.. document.States.Where(state => state.Id != gone)],
        Transitions = [.. document.Transitions.Where(way => way.From != gone && !way.Targets().Contains(gone))],
    };

    private static WorkflowDocument Field(WorkflowDocument document, string key, Func<FormField, FormField> change) =>
        document with { Fields = [.. document.Fields.Select(field => field.Key == key ? change(field) : field)] };
}
