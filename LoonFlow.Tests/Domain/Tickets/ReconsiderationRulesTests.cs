using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>No ticket waits for people who have left the company.</summary>
public sealed class ReconsiderationRulesTests
{
    private static readonly Actor.Engine Engine = new();

    [Fact]
    public void When_whoever_claimed_it_has_left_the_group_is_asked_again()
    {
        var story = AtHr().Claimed(Cast.Dan).Without(Cast.Dan).Reconsidered(Leave.Hr);

        Assert.Equal([Participant.Of(Cast.HumanResources)], story.Visit.Participants);
        Assert.Null(story.Visit.ClaimedBy);
        Assert.Equal(FlowLogAction.Reassigned, story.History[^1].Action);
    }

    [Fact]
    public void When_whoever_was_consulted_has_left_it_comes_back_to_the_asker()
    {
        Assert.Equal([Cast.Dan], AtHr().Consulted(Cast.Dan, Cast.Olga).Without(Cast.Olga).Reconsidered(Leave.Hr).Waiting);
    }

    [Fact]
    public void When_everybody_who_asked_has_left_too_the_group_is_asked_again()
    {
        var story = AtHr().Consulted(Cast.Dan, Cast.Olga).Consulted(Cast.Olga, Cast.Omar).Without(Cast.Dan, Cast.Olga, Cast.Omar).Reconsidered(Leave.Hr);

        Assert.Equal([Participant.Of(Cast.HumanResources)], story.Visit.Participants);
        Assert.Empty(story.Visit.Consultations);
    }

    [Fact]
    public void An_answer_passes_over_askers_who_have_left()
    {
        Assert.Equal([Cast.Dan], AtHr().Consulted(Cast.Dan, Cast.Olga).Consulted(Cast.Olga, Cast.Omar).Without(Cast.Olga).Answered(Cast.Omar).Waiting);
    }

    [Fact]
    public void When_nobody_whom_the_state_asks_is_left_administrators_are_asked()
    {
        var story = AtHr().Without(Cast.Cleo, Cast.Dan).Reconsidered(Leave.Hr);

        Assert.Equal([Cast.Rita], story.Waiting);
    }

    [Fact]
    public void When_not_even_they_are_left_it_is_said_and_nothing_changes()
    {
        var story = AtHr().Without([.. Cast.Active]);

        Expect.Refused(TicketRefusals.NobodyToAct, ReconsiderationRules.Reconsider(story.SeenBy(Engine), story.Visit.Number));
    }

    [Fact]
    public void While_somebody_can_act_nothing_is_reconsidered()
    {
        var story = AtHr().Without(Cast.Cleo);

        Expect.Refused(TicketRefusals.NothingToClaim, ReconsiderationRules.Reconsider(story.SeenBy(Engine), story.Visit.Number));
    }

    [Fact]
    public void A_voter_who_has_left_is_not_waited_for()
    {
        Assert.Equal(Votes.Check, Voting().Voted(Votes.Agree, Cast.Bob, Cast.Cleo).Without(Cast.Dan).Reconsidered(Votes.Committee).Visit.State);
        Assert.Equal([Cast.Cleo], Voting().Voted(Votes.Agree, Cast.Bob).Without(Cast.Dan).Reconsidered(Votes.Committee).Waiting);
    }

    [Fact]
    public void What_somebody_chose_before_leaving_counts()
    {
        var story = Voting().Voted(Votes.Agree, Cast.Bob).Voted(Votes.Refuse, Cast.Cleo).Without(Cast.Cleo).Voted(Votes.Agree, Cast.Dan);

        Assert.True(story.Visit.IsUndecided);
    }

    [Fact]
    public void When_all_voters_have_left_before_choosing_those_asked_now_all_decide()
    {
        var workflow = Votes.With(state => state with { Participants = new ParticipantSpec.Departments([Cast.HumanResources]) });
        var story = new Story(workflow) { Company = Cast.Without(Cast.Cleo) }.Filed(Cast.Ann, Votes.Submit);
        Assert.Equal([Cast.Dan], story.Waiting);

        story.Without(Cast.Dan).Reconsidered(Votes.Committee);

        Assert.Equal([Cast.Cleo], story.Waiting);
        Assert.Equal([Cast.Cleo], story.Visit.Seats.Select(seat => seat.Who));
    }

    [Fact]
    public void A_question_in_a_vote_whose_asker_has_left_is_asked_for_nobody()
    {
        var story = Voting().Consulted(Cast.Bob, Cast.Eve).Consulted(Cast.Eve, Cast.Olga).Without(Cast.Bob).Reconsidered(Votes.Committee);

        Assert.Equal([Cast.Cleo, Cast.Dan], story.AskedIn(Votes.Committee));
        Assert.Empty(story.Visit.Consultations);
    }

    [Fact]
    public void An_answer_for_a_voter_who_has_left_reopens_no_votes()
    {
        var story = Voting().Voted(Votes.Agree, Cast.Cleo).Consulted(Cast.Bob, Cast.Eve).Without(Cast.Bob).Answered(Cast.Eve);

        Assert.Equal([Cast.Dan], story.Waiting);
        Assert.Equal([Cast.Cleo, Cast.Dan], story.Visit.Seats.Select(seat => seat.Who));
    }

    [Fact]
    public void A_question_within_a_question_stays_while_the_one_between_has_left()
    {
        var story = Voting().Consulted(Cast.Bob, Cast.Eve).Consulted(Cast.Eve, Cast.Olga).Without(Cast.Eve);

        Expect.Refused(TicketRefusals.NothingToClaim, ReconsiderationRules.Reconsider(story.SeenBy(Engine), story.Visit.Number));
        Assert.Equal([Cast.Bob, Cast.Cleo, Cast.Dan], story.Answered(Cast.Olga).AskedIn(Votes.Committee));
    }

    [Fact]
    public void When_the_votes_of_those_left_lead_where_nobody_is_administrators_decide()
    {
        var story = Voting().Voted(Votes.Agree, Cast.Bob, Cast.Cleo).Without(Cast.Dan, Cast.Gil).Reconsidered(Votes.Committee);

        Assert.Equal([Cast.Rita], story.Waiting);
        Assert.True(story.Visit.IsUndecided);
    }

    [Fact]
    public void Administrators_of_an_undecided_vote_who_have_left_are_followed_by_others()
    {
        var story = Voting();
        story.Access = new WorkflowAccess(OpenToAll: false, [new WorkflowGrant(WorkflowPermission.Administer, Participant.Of(Cast.Eve))]);
        story.Voted(Votes.Agree, Cast.Bob).Voted(Votes.Refuse, Cast.Cleo).Voted(Votes.Agree, Cast.Dan);
        Assert.Equal([Cast.Eve], story.Waiting);

        Assert.Equal([Cast.Rita], story.Without(Cast.Eve).Reconsidered(Votes.Committee).Waiting);
    }

    [Fact]
    public void A_clock_that_stood_still_for_a_question_goes_on_however_the_question_ended()
    {
        var timer = new TimerSetting { Number = 1, After = TimeSpan.FromHours(8), Action = new TimerAction.Take(OneStep.Agree), PausesForConsultation = true };
        var story = new Story(OneStep.With(state => state with { Timers = [timer] })).Filed(Cast.Ann, OneStep.Submit).Consulted(Cast.Bob, Cast.Eve);
        Assert.Null(story.Visit.NextDueAt);

        story.Later(TimeSpan.FromDays(1)).Without(Cast.Eve).Reconsidered(OneStep.Step);

        Assert.NotNull(story.Visit.NextDueAt);
    }

    private static Story AtHr() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(1)).Taken(Cast.Bob, Leave.LeaderAgrees);

    private static Story Voting() => new Story(Votes.By(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo, Cast.Dan)).Filed(Cast.Ann, Votes.Submit);
}
