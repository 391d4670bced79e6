using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class ReturningRulesTests
{
    private const ReturnTargets Anywhere = ReturnTargets.Previous | ReturnTargets.Earlier | ReturnTargets.Creator;

    [Fact]
    public void Nothing_goes_back_where_the_designer_does_not_say_so()
    {
        var story = AtHr(ReturnTargets.None);

        Expect.Refused(TicketRefusals.MayNotReturnThere, Return(story, Cast.Dan, Leave.Hr, Leave.Leader));
    }

    [Theory]
    [InlineData(ReturnTargets.Previous, new long[] { 3 })]
    [InlineData(ReturnTargets.Earlier, new long[] { 3, 2 })]
    [InlineData(ReturnTargets.Creator, new long[] { 1 })]
    [InlineData(Anywhere, new long[] { 3, 2, 1 })]
    public void It_goes_back_as_far_as_designed_the_nearest_first(ReturnTargets allowed, long[] expected)
    {
        var story = AtHr(allowed);

        Assert.Equal(expected, ReturningRules.Targets(story.SeenBy(Cast.Dan), story.Visit).Select(state => state.Value));
    }

    [Fact]
    public void Whoever_decided_there_does_it_again_and_it_goes_through_the_flow()
    {
        var story = AtHr(Anywhere).Returned(Cast.Dan, Leave.Hr, Leave.Leader);

        Assert.Equal([Cast.Bob], story.Waiting);
        Assert.Equal(TicketStatus.Returned, story.Ticket.Status);
        Assert.Equal((FlowLogAction.Returned, Leave.Hr, (StateId?)Leave.Leader), Last(story));
        Assert.Equal(Leave.Director, story.Taken(Cast.Bob, Leave.LeaderAgrees).Visit.State);
    }

    [Fact]
    public void Straight_back_it_goes_to_whoever_returned_it()
    {
        var story = AtHr(Anywhere, AfterReturn.StraightBack).Returned(Cast.Dan, Leave.Hr, Leave.New).Taken(Cast.Ann, Leave.Submit, Leave.For(5));

        Assert.Equal(Leave.Hr, story.Visit.State);
        Assert.Equal([Cast.Dan], story.Waiting);
    }

    [Fact]
    public void The_handler_chooses_where_the_designer_leaves_it_to_them()
    {
        Assert.Equal(Leave.Hr, Resubmitted(AfterReturn.HandlerChooses, straightBack: true));
        Assert.Equal(Leave.Leader, Resubmitted(AfterReturn.HandlerChooses, straightBack: false));
        Assert.Equal(Leave.Leader, Resubmitted(AfterReturn.ThroughFlow, straightBack: true));

        static StateId Resubmitted(AfterReturn then, bool straightBack) =>
            AtHr(Anywhere, then).Returned(Cast.Dan, Leave.Hr, Leave.New, straightBack).Taken(Cast.Ann, Leave.Submit, Leave.For(5)).Visit.State;
    }

    [Fact]
    public void When_whoever_returned_it_has_left_it_goes_to_those_whom_the_state_asks()
    {
        var story = AtHr(Anywhere, AfterReturn.StraightBack).Returned(Cast.Dan, Leave.Hr, Leave.New).Without(Cast.Dan).Taken(Cast.Ann, Leave.Submit, Leave.For(5));

        Assert.Equal(Leave.Hr, story.Visit.State);
        Assert.Equal([Participant.Of(Cast.HumanResources)], story.Visit.Participants);
    }

    [Fact]
    public void Saving_a_draft_in_between_keeps_the_way_straight_back()
    {
        var story = AtHr(Anywhere, AfterReturn.StraightBack).Returned(Cast.Dan, Leave.Hr, Leave.New).Taken(Cast.Ann, Leave.Save);

        Assert.Equal(Leave.New, story.Visit.State);
        Assert.Equal(Leave.Hr, story.Taken(Cast.Ann, Leave.Submit, Leave.For(5)).Visit.State);
    }

    [Fact]
    public void A_reason_is_asked_for_and_a_state_it_was_never_in_is_refused()
    {
        var story = AtHr(Anywhere);

        Expect.Refused(TicketRefusals.CommentMissing, ReturningRules.Return(story.SeenBy(Cast.Dan), story.Visit.Number, Leave.Leader, straightBack: false, " "));
        Expect.Refused(TicketRefusals.MayNotReturnThere, Return(story, Cast.Dan, Leave.Hr, Leave.Executive));
        Expect.Refused(TicketRefusals.NotAParticipant, Return(story, Cast.Bob, Leave.Hr, Leave.Leader));
    }

    [Fact]
    public void Nobody_returns_to_a_script()
    {
        var version = Changed(Vpn.Document, Vpn.Confirm, new ReturnSetting(Anywhere), 2);
        var story = new Story(version).Filed(Cast.Ann, Vpn.Submit, Vpn.Filled).Taken(Cast.Bob, Vpn.LeaderAgrees)
            .Claimed(Cast.Olga).Taken(Cast.Olga, Vpn.OperatorAgrees).Moved(Vpn.Granted);

        Assert.Equal([Vpn.Operators, Vpn.Leader, Vpn.New], ReturningRules.Targets(story.SeenBy(Cast.Ann), story.Visit));
    }

    [Fact]
    public void In_a_branch_it_goes_back_within_the_branch_and_the_others_stay()
    {
        var story = Branching(ReturnTargets.Previous).Taken(Cast.Cleo, Branches.FirstAgrees).Taken(Cast.Olga, Branches.SecondAgrees)
            .Returned(Cast.Dan, Branches.FirstAgain, Branches.First);

        Assert.Equal([Branches.Third, Branches.First], story.States);
        Assert.Equal([Branches.Check], story.Taken(Cast.Omar, Branches.ThirdAgrees).Taken(Cast.Cleo, Branches.FirstAgrees).Taken(Cast.Dan, Branches.FirstAgainAgrees).States);
    }

    [Fact]
    public void It_never_goes_to_a_state_of_another_branch()
    {
        var story = Branching(Anywhere).Taken(Cast.Cleo, Branches.FirstAgrees).Taken(Cast.Olga, Branches.SecondAgrees);

        Assert.Equal([Branches.First, Branches.Prepare, Branches.New], ReturningRules.Targets(story.SeenBy(Cast.Dan), story.In(Branches.FirstAgain)));
        Assert.Equal([Branches.Prepare, Branches.New], ReturningRules.Targets(story.SeenBy(Cast.Omar), story.In(Branches.Third)));
    }

    [Fact]
    public void Out_of_the_branches_it_ends_them_and_comes_back_through_the_fork_even_if_straight_back_was_asked_for()
    {
        var story = Branching(Anywhere, AfterReturn.StraightBack).Returned(Cast.Olga, Branches.Second, Branches.Prepare);

        Assert.Equal([Branches.Prepare], story.States);
        Assert.Equal([Branches.First, Branches.Second, Branches.Third], story.Taken(Cast.Bob, Branches.Prepared).States);
    }

    [Fact]
    public void Out_of_an_inner_branch_it_goes_to_the_outer_one()
    {
        var story = new Story(Nested.With(state => state with { Returns = new ReturnSetting(Anywhere) }))
            .Filed(Cast.Ann, Nested.Submit).Taken(Cast.Cleo, Nested.BeforeAgrees).Returned(Cast.Olga, Nested.One, Nested.Before);

        Assert.Equal([Nested.Alone, Nested.Before], story.States);
        Assert.Equal([Nested.Alone, Nested.One, Nested.Two], story.Taken(Cast.Cleo, Nested.BeforeAgrees).States);
    }

    [Fact]
    public void Straight_back_to_where_every_one_decides_all_of_them_decide_anew()
    {
        var workflow = Votes.With(state => state with { Returns = new ReturnSetting(ReturnTargets.Creator, AfterReturn.StraightBack) }, Cast.Bob, Cast.Cleo);
        var story = new Story(workflow).Filed(Cast.Ann, Votes.Submit).Voted(Votes.Agree, Cast.Bob).Returned(Cast.Cleo, Votes.Committee, Votes.New).Taken(Cast.Ann, Votes.Submit);

        Assert.Equal([Cast.Bob, Cast.Cleo], story.Waiting);
        Assert.Equal(Votes.Committee, story.Voted(Votes.Agree, Cast.Cleo).Visit.State);
    }

    private static Story AtHr(ReturnTargets allowed, AfterReturn then = AfterReturn.ThroughFlow) =>
        new Story(Changed(Leave.Document, Leave.Hr, new ReturnSetting(allowed, then), 1))
            .Filed(Cast.Ann, Leave.Submit, Leave.For(4)).Taken(Cast.Bob, Leave.LeaderAgrees).Taken(Cast.Gil, Leave.DirectorAgrees, Leave.For(4)).Claimed(Cast.Dan);

    private static Story Branching(ReturnTargets allowed, AfterReturn then = AfterReturn.ThroughFlow) =>
        Branches.Branched(Branches.Meeting(JoinSetting.ForAll, state => state with { Returns = new ReturnSetting(allowed, then) }));

    private static WorkflowVersion Changed(WorkflowDocument document, StateId state, ReturnSetting returns, long workflow) => new(
        new VersionId(workflow * 100),
        new WorkflowId(workflow),
        1,
        document with { States = [.. document.States.Select(one => one.Id == state ? one with { Returns = returns } : one)] });

    private static Result<TicketDecision> Return(Story story, UserId by, StateId from, StateId to) =>
        ReturningRules.Return(story.SeenBy(by), story.In(from).Number, to, straightBack: false, "look again");

    private static (FlowLogAction Action, StateId State, StateId? To) Last(Story story) => (story.History[^1].Action, story.History[^1].State, story.History[^1].TargetState);
}
