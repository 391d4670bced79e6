using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class TakingBackRulesTests
{
    [Fact]
    public void Whoever_decided_takes_it_back_and_has_it_alone()
    {
        var story = AtHr().TakenBack(Cast.Bob);

        Assert.Equal(Leave.Leader, story.Visit.State);
        Assert.Equal([Cast.Bob], story.Waiting);
        Assert.Equal((FlowLogAction.TakenBack, Leave.Hr, (StateId?)Leave.Leader), (story.History[^1].Action, story.History[^1].State, story.History[^1].TargetState));
        Assert.Equal(Leave.New, story.Taken(Cast.Bob, Leave.LeaderRefuses).Visit.State);
    }

    [Fact]
    public void Nobody_else_does()
    {
        Refused(AtHr(), Cast.Ann);
        Refused(AtHr(), Cast.Dan);
    }

    [Fact]
    public void A_comment_or_a_correction_is_not_acting()
    {
        Assert.Equal(Leave.Leader, AtHr().Commented(Cast.Dan, "Looking at it").Corrected(Cast.Rita, Form.Titled("Mended")).TakenBack(Cast.Bob).Visit.State);
    }

    [Fact]
    public void Once_somebody_claims_forwards_asks_or_decides_it_is_too_late()
    {
        Refused(AtHr().Claimed(Cast.Dan), Cast.Bob);
        Refused(AtHr().Forwarded(Cast.Dan, Cast.Olga), Cast.Bob);
        Refused(AtHr().Consulted(Cast.Dan, Cast.Olga), Cast.Bob);
        Refused(AtHr().ForceForwarded(Cast.Rita, Leave.Hr, from: null, Cast.Olga), Cast.Bob);
        Refused(AtHr().Jumped(Cast.Rita, Leave.Executive), Cast.Bob);
    }

    [Fact]
    public void Nor_after_the_end_unless_it_was_opened_again_and_not_even_then()
    {
        var story = AtHr().Claimed(Cast.Dan).Taken(Cast.Dan, Leave.HrAgrees, Leave.Noted);

        Expect.Refused(TicketRefusals.AlreadyOver, TakingBackRules.TakeBack(story.SeenBy(Cast.Dan), comment: null));
        Refused(story.Jumped(Cast.Rita, Leave.Director), Cast.Dan);
    }

    [Fact]
    public void What_was_filed_is_taken_back_where_it_cannot_be_withdrawn()
    {
        var story = new Story(OneStep.With(state => state)).Filed(Cast.Ann, OneStep.Submit).TakenBack(Cast.Ann);

        Assert.Equal(OneStep.New, story.Visit.State);
        Assert.Equal([Cast.Ann], story.Waiting);
    }

    [Fact]
    public void Where_the_designer_forbids_it_nothing_is_taken_back()
    {
        var workflow = new WorkflowVersion(new VersionId(100), new WorkflowId(1), 1, Leave.Document with
        {
            States = [.. Leave.Document.States.Select(state => state with { AllowsTakingBack = false })],
        });

        Refused(new Story(workflow).Filed(Cast.Ann, Leave.Submit, Leave.For(1)).Taken(Cast.Bob, Leave.LeaderAgrees), Cast.Bob);
    }

    [Fact]
    public void A_script_that_may_be_running_is_not_called_back()
    {
        var story = new Story(Vpn.Version).Filed(Cast.Ann, Vpn.Submit, Vpn.Filled).Taken(Cast.Bob, Vpn.LeaderAgrees).Claimed(Cast.Olga).Taken(Cast.Olga, Vpn.OperatorAgrees);

        Refused(story, Cast.Olga);
    }

    [Fact]
    public void It_is_taken_back_once()
    {
        Refused(AtHr().TakenBack(Cast.Bob), Cast.Bob);
    }

    [Fact]
    public void All_branches_come_back_while_nobody_has_acted_in_any()
    {
        var workflow = Branches.Meeting(JoinSetting.ForAll);

        Assert.Equal([Branches.Prepare], Branches.Branched(workflow).TakenBack(Cast.Bob).States);
        Refused(Branches.Branched(workflow).Taken(Cast.Olga, Branches.SecondAgrees), Cast.Bob);
        Refused(Branches.Branched(workflow).ConsultedIn(Branches.Second, Cast.Olga, Cast.Eve), Cast.Bob);
    }

    [Fact]
    public void In_a_branch_only_that_branch_comes_back()
    {
        var story = Branches.Branched(Branches.Meeting(JoinSetting.ForAll)).Taken(Cast.Cleo, Branches.FirstAgrees).TakenBack(Cast.Cleo);

        Assert.Equal([Branches.Second, Branches.Third, Branches.First], story.States);
        Assert.NotNull(story.In(Branches.First).Branch);
    }

    [Fact]
    public void A_vote_is_not_taken_back()
    {
        Refused(new Story(Votes.By(new VotingPolicy.Count(1), Cast.Bob, Cast.Cleo)).Filed(Cast.Ann, Votes.Submit).Voted(Votes.Agree, Cast.Bob), Cast.Bob);
    }

    [Fact]
    public void A_vote_that_has_begun_is_acting()
    {
        var story = new Story(Votes.By(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo)).Filed(Cast.Ann, Votes.Submit);

        Expect.Accepted(TakingBackRules.TakeBack(story.SeenBy(Cast.Ann), comment: null));
        Refused(story.Voted(Votes.Agree, Cast.Bob), Cast.Ann);
    }

    private static Story AtHr() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(1)).Taken(Cast.Bob, Leave.LeaderAgrees);

    private static void Refused(Story story, UserId by) => Expect.Refused(TicketRefusals.NothingToTakeBack, TakingBackRules.TakeBack(story.SeenBy(by), comment: null));
}
