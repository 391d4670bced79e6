using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class ParallelRulesTests
{
    [Fact]
    public void A_fork_opens_one_visit_for_each_way()
    {
        var story = Branches.Branched(All);

        Assert.Equal([Branches.First, Branches.Second, Branches.Third], story.States);
        Assert.True(story.In(Branches.Fork).IsFork);
        Assert.Empty(story.In(Branches.Fork).Participants);
        Assert.All(story.Ticket.OpenVisits.Where(visit => !visit.IsFork), visit => Assert.Equal(story.In(Branches.Fork).Number, visit.Branch!.Fork));
    }

    [Fact]
    public void A_join_waits_for_all_in_any_order()
    {
        var story = Branches.Branched(All).Taken(Cast.Omar, Branches.ThirdAgrees).Taken(Cast.Cleo, Branches.FirstAgrees).Taken(Cast.Olga, Branches.SecondAgrees);

        Assert.Equal([Branches.FirstAgain], story.States);
        Assert.Equal(TicketStatus.Ongoing, story.Ticket.Status);
        Assert.Equal([Branches.Check], story.Taken(Cast.Dan, Branches.FirstAgainAgrees).States);
        Assert.Single(story.Ticket.OpenVisits);
        Assert.Equal(FlowLogAction.BranchesJoined, story.History[^1].Action);
    }

    [Fact]
    public void A_join_that_needs_any_goes_on_with_the_first_and_ends_the_others()
    {
        var story = Branches.Branched(Branches.Meeting(new JoinSetting(JoinNeeds.Any))).Taken(Cast.Olga, Branches.SecondAgrees);

        Assert.Equal([Branches.Check], story.States);
        Expect.Refused(TicketRefusals.StateLeft, Take(story, Cast.Omar, visit: 5, Branches.ThirdAgrees));
    }

    [Fact]
    public void A_join_that_needs_two_waits_for_the_second()
    {
        var story = Branches.Branched(Branches.Meeting(new JoinSetting(JoinNeeds.Count, 2))).Taken(Cast.Olga, Branches.SecondAgrees);

        Assert.Equal([Branches.First, Branches.Third], story.States);
        Assert.Equal([Branches.Check], story.Taken(Cast.Omar, Branches.ThirdAgrees).States);
    }

    [Fact]
    public void More_than_there_are_branches_means_all()
    {
        var story = Branches.Branched(Branches.Meeting(new JoinSetting(JoinNeeds.Count, 9)))
            .Taken(Cast.Olga, Branches.SecondAgrees).Taken(Cast.Omar, Branches.ThirdAgrees).Taken(Cast.Cleo, Branches.FirstAgrees).Taken(Cast.Dan, Branches.FirstAgainAgrees);

        Assert.Equal([Branches.Check], story.States);
    }

    [Fact]
    public void A_refusal_that_ends_the_others_leaves_by_the_refusing_exit_at_once()
    {
        var story = Branches.Branched(Branches.Meeting(JoinSetting.ForAll with { RefusalEndsOthers = true })).Taken(Cast.Olga, Branches.SecondRefuses);

        Assert.Equal([Branches.New], story.States);
        Assert.Equal([Cast.Ann], story.Waiting);
        Assert.Equal(TicketStatus.Returned, story.Ticket.Status);
    }

    [Fact]
    public void A_refusal_that_ends_nothing_counts_when_all_have_come()
    {
        var story = Branches.Branched(All).Taken(Cast.Olga, Branches.SecondRefuses).Taken(Cast.Omar, Branches.ThirdAgrees);

        Assert.Equal([Branches.First], story.States);
        Assert.Equal([Branches.New], story.Taken(Cast.Cleo, Branches.FirstRefuses).States);
    }

    [Fact]
    public void Without_a_refusing_exit_a_refusal_goes_on_like_the_rest()
    {
        var story = Branches.Branched(Branches.WithoutRefusingExit(JoinSetting.ForAll with { RefusalEndsOthers = true })).Taken(Cast.Olga, Branches.SecondRefuses);

        Assert.Equal([Branches.Check], story.States);
    }

    [Fact]
    public void Leaving_the_block_from_one_branch_ends_the_others()
    {
        var story = Branches.Branched(All).Taken(Cast.Cleo, Branches.FirstLeaves);

        Assert.Equal([Branches.Check], story.States);
        Assert.Single(story.Ticket.OpenVisits);
    }

    [Fact]
    public void A_branch_that_leads_straight_to_the_join_has_come_at_once()
    {
        var workflow = Branches.Sketched(new JoinSetting(JoinNeeds.Count, 3), change: null).Redirected(Branches.ToThird, Branches.Join).Version(22);
        var story = Branches.Branched(workflow);

        Assert.Equal([Branches.First, Branches.Second], story.States);
        Assert.Single(story.In(Branches.Fork).Arrivals!);
        Assert.Equal([Branches.First], story.Taken(Cast.Olga, Branches.SecondAgrees).States);
    }

    [Fact]
    public void A_join_met_by_the_first_way_opens_no_other()
    {
        var workflow = Branches.Sketched(new JoinSetting(JoinNeeds.Any), change: null).Redirected(Branches.ToFirst, Branches.Join).Version(22);

        Assert.Equal([Branches.Check], Branches.Branched(workflow).States);
    }

    [Fact]
    public void A_fork_in_a_branch_is_joined_within_it()
    {
        var story = new Story(Nested.Version).Filed(Cast.Ann, Nested.Submit).Taken(Cast.Cleo, Nested.BeforeAgrees);

        Assert.Equal([Nested.Alone, Nested.One, Nested.Two], story.States);
        Assert.Equal([Nested.Alone, Nested.After], story.Taken(Cast.Olga, Nested.OneAgrees).Taken(Cast.Omar, Nested.TwoAgrees).States);
        Assert.Equal([Nested.Alone], story.Taken(Cast.Dan, Nested.AfterAgrees).States);
        Assert.Equal([Nested.Check], story.Taken(Cast.Bob, Nested.AloneAgrees).States);
    }

    [Fact]
    public void Leaving_the_inner_block_keeps_the_outer_branches()
    {
        var story = new Story(Nested.Version).Filed(Cast.Ann, Nested.Submit).Taken(Cast.Cleo, Nested.BeforeAgrees).Taken(Cast.Olga, Nested.OneGivesUp);

        Assert.Equal([Nested.Alone, Nested.After], story.States);
        Assert.Equal(story.In(Nested.Outer).Number, story.In(Nested.After).Branch!.Fork);
    }

    [Fact]
    public void Closing_withdrawing_and_jumping_out_end_every_branch()
    {
        Assert.Empty(Branches.Branched(All).Closed(Cast.Rita).Ticket.OpenVisits);
        Assert.Equal([Branches.Check], Branches.Branched(All).Jumped(Cast.Rita, Branches.Check).States);
        Assert.Equal([Branches.New], Branches.Branched(Branches.Meeting(JoinSetting.ForAll, state => state with { AllowsWithdrawal = true })).Withdrawn(Cast.Ann).States);
    }

    [Fact]
    public void One_branch_that_forbids_it_is_enough_against_withdrawing()
    {
        var workflow = Branches.Meeting(JoinSetting.ForAll, state => state with { AllowsWithdrawal = state.Id != Branches.Second });

        Expect.Refused(TicketRefusals.MayNotWithdrawHere, WithdrawalRules.Withdraw(Branches.Branched(workflow).SeenBy(Cast.Ann), comment: null));
    }

    [Fact]
    public void Within_a_branch_one_jumps_only_where_it_is_clear_whose_visit_is_meant()
    {
        var story = Branches.Branched(All);
        Expect.Refused(TicketRefusals.StateInBranch, JumpRules.Jump(story.SeenBy(Cast.Rita), Branches.FirstAgain, asked: null, "on"));

        story.Taken(Cast.Olga, Branches.SecondAgrees).Taken(Cast.Omar, Branches.ThirdAgrees).Jumped(Cast.Rita, Branches.FirstAgain);

        Assert.Equal([Branches.FirstAgain], story.States);
        Assert.Equal([Branches.Check], story.Taken(Cast.Dan, Branches.FirstAgainAgrees).States);
    }

    [Fact]
    public void Nobody_jumps_into_branches_from_outside()
    {
        var story = new Story(All).Filed(Cast.Ann, Branches.Submit);

        Expect.Refused(TicketRefusals.StateInBranch, JumpRules.Jump(story.SeenBy(Cast.Rita), Branches.First, asked: null, "on"));
        Assert.DoesNotContain(Branches.First, JumpRules.Targets(story.SeenBy(Cast.Rita)));
        Expect.Refused(TicketRefusals.StateUnknown, JumpRules.Jump(story.SeenBy(Cast.Rita), Branches.Join, asked: null, "on"));
    }

    [Fact]
    public void Ended_branches_have_no_timers_and_no_runs_left()
    {
        var timer = new TimerSetting { Number = 1, After = TimeSpan.FromHours(1), Action = new TimerAction.Remind(1, TimeSpan.FromHours(1)) };
        var workflow = Branches.Meeting(new JoinSetting(JoinNeeds.Any), state => state.Id == Branches.Third
            ? state with { Participants = new ParticipantSpec.Script("later.py") }
            : state with { Timers = [timer] });
        var story = Branches.Branched(workflow);
        var run = story.In(Branches.Third);

        Assert.NotNull(story.In(Branches.First).NextDueAt);
        story.Taken(Cast.Olga, Branches.SecondAgrees);

        Assert.All(story.Ticket.Visits.Where(visit => !visit.IsOpen), visit => Assert.Null(visit.NextDueAt));
        Expect.Refused(TicketRefusals.RunOver, AutomationRules.Begin(story.SeenBy(new Actor.Engine()), run.Number, run.Automation!.Run));
    }

    [Fact]
    public void A_round_of_forks_without_anybody_to_act_is_refused_and_does_not_hang()
    {
        var workflow = Branches.Sketched(new JoinSetting(JoinNeeds.Any), change: null)
            .Redirected(Branches.ToFirst, Branches.Join).Redirected(Branches.Met, Branches.Fork).Version(22);
        var story = new Story(workflow).Filed(Cast.Ann, Branches.Submit);

        Expect.Refused(TicketRefusals.NeverRests, Take(story, Cast.Bob, 1, Branches.Prepared));
    }

    private static WorkflowVersion All => Branches.Meeting(JoinSetting.ForAll);

    private static LoonFlow.Domain.Common.Result<TicketDecision> Take(Story story, UserId by, int visit, TransitionId transition) =>
        TransitionRules.Take(story.SeenBy(by), visit, transition, FieldChanges.None, comment: null);
}
