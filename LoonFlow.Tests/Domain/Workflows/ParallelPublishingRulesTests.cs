using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

/// <summary>What publishing refuses, so that no ticket waits at a join for ever.</summary>
public sealed class ParallelPublishingRulesTests
{
    private static readonly StateId Far = new(20);
    private static readonly StateId FarJoin = new(21);
    private static readonly StateId Aside = new(22);

    [Fact]
    public void Branches_that_part_and_meet_are_fine()
    {
        Assert.Empty(Codes(Refusing(JoinSetting.ForAll)));
        Assert.Empty(Codes(Refusing(new JoinSetting(JoinNeeds.Count, 2))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_join_waits_for_as_many_branches_as_there_are_at_most(int count) =>
        Assert.Equal(["workflow.join_count_impossible"], Codes(Refusing(new JoinSetting(JoinNeeds.Count, count))));

    [Fact]
    public void A_fork_has_two_branches_or_more()
    {
        var document = new Sketch("One branch")
            .Start(Branches.New, "New", "title?")
            .Fork(Branches.Fork, "Fork", Branches.Join)
            .Step(Branches.First, "First", new ParticipantSpec.Creator())
            .Join(Branches.Join, "Join")
            .End(Branches.Done, "Done")
            .Agree(Branches.Submit, "Submit", Branches.New, Branches.Fork)
            .Agree(Branches.ToFirst, "First", Branches.Fork, Branches.First)
            .Agree(Branches.FirstAgrees, "Agree", Branches.First, Branches.Join)
            .Agree(Branches.Met, "Met", Branches.Join, Branches.Done);

        Assert.Equal(["workflow.fork_without_branches"], Codes(document));
    }

    [Fact]
    public void A_fork_names_its_join()
    {
        var document = Refusing(JoinSetting.ForAll).Document;
        var states = document.States.Select(state => state.Id == Branches.Fork ? state with { Join = Branches.Check } : state);

        Assert.Contains("workflow.fork_without_join", Codes(document with { States = [.. states] }));
    }

    [Fact]
    public void Nothing_leads_into_a_branch_from_outside() =>
        Assert.Contains("workflow.branch_entered_from_outside", Codes(Closed().Agree(new TransitionId(99), "In", Branches.Check, Branches.Second)));

    [Fact]
    public void What_can_be_reached_past_its_fork_is_no_branch() =>
        Assert.Contains("workflow.branch_leaves_at_once", Codes(Closed().Agree(new TransitionId(99), "In", Branches.Prepare, Branches.Second)));

    [Fact]
    public void Nothing_leads_to_a_join_from_outside() =>
        Assert.Contains("workflow.join_entered_from_outside", Codes(Closed().Agree(new TransitionId(99), "In", Branches.Check, Branches.Join)));

    [Fact]
    public void Every_branch_begins_where_its_join_can_be_reached() =>
        Assert.Contains("workflow.branch_leaves_at_once", Codes(Refusing(JoinSetting.ForAll).Agree(new TransitionId(99), "Away", Branches.Fork, Branches.Done)));

    [Fact]
    public void A_fork_in_a_branch_meets_in_that_branch()
    {
        var document = Refusing(JoinSetting.ForAll)
            .Fork(Far, "Far", FarJoin)
            .Step(Aside, "Aside", new ParticipantSpec.Creator())
            .Join(FarJoin, "Far join")
            .Redirected(Branches.FirstAgrees, Far)
            .Agree(new TransitionId(95), "One", Far, Branches.FirstAgain)
            .Agree(new TransitionId(96), "Two", Far, Aside)
            .Agree(new TransitionId(97), "Agree", Aside, FarJoin)
            .Redirected(Branches.FirstAgainAgrees, FarJoin)
            .Agree(new TransitionId(98), "Met", FarJoin, Branches.Check)
            .Agree(new TransitionId(99), "Past it", Aside, Branches.Join);

        Assert.Contains("workflow.forks_overlap", Codes(document));
    }

    [Fact]
    public void One_way_leaves_a_join_and_one_more_at_most_that_refuses()
    {
        Assert.Contains("workflow.join_exits", Codes(Refusing(JoinSetting.ForAll).Agree(new TransitionId(99), "Also", Branches.Join, Branches.Done)));
        Assert.Contains("workflow.join_exits", Codes(Refusing(JoinSetting.ForAll).Refuse(new TransitionId(99), "Also", Branches.Join, Branches.Done)));
    }

    [Fact]
    public void Forks_and_joins_that_only_lead_to_each_other_never_rest() =>
        Assert.Contains("workflow.passages_loop", Codes(Refusing(JoinSetting.ForAll).Agree(new TransitionId(99), "At once", Branches.Fork, Branches.Join).Redirected(Branches.Met, Branches.Fork)));

    [Fact]
    public void Where_a_join_may_refuse_enough_branches_can_agree()
    {
        Assert.Equal(["workflow.join_agrees_never"], Codes(FirstOnlyRefuses(Refusing(JoinSetting.ForAll))));
        Assert.Empty(Codes(FirstOnlyRefuses(Refusing(new JoinSetting(JoinNeeds.Count, 2)))));
        Assert.Empty(Codes(FirstOnlyRefuses(Branches.Sketched(JoinSetting.ForAll, change: null))));

        static Sketch FirstOnlyRefuses(Sketch sketch) => sketch.Redirected(Branches.FirstAgainAgrees, Branches.Check);
    }

    [Fact]
    public void Where_a_join_may_refuse_a_branch_can()
    {
        var closed = Closed().Redirected(Branches.FirstRefuses, Branches.Done).Redirected(Branches.SecondRefuses, Branches.Done);

        Assert.Equal(["workflow.join_refuses_never"], Codes(closed));
    }

    /// <summary>No branch is left but by its join.</summary>
    private static Sketch Closed() => Refusing(JoinSetting.ForAll).Redirected(Branches.FirstLeaves, Branches.Done);

    private static Sketch Refusing(JoinSetting joining) =>
        Branches.Sketched(joining, change: null).Refuse(Branches.MetByRefusal, "Refused", Branches.Join, Branches.New);

    private static IEnumerable<string> Codes(Sketch sketch) => Codes(sketch.Document);

    private static IEnumerable<string> Codes(WorkflowDocument document) =>
        PublishingRules.Problems(document, Cast.Company).Select(problem => problem.Code);
}
