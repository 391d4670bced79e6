using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class VotingRulesTests
{
    private static readonly UserId[] Five = [Cast.Bob, Cast.Cleo, Cast.Dan, Cast.Olga, Cast.Omar];

    [Fact]
    public void Everybody_is_asked_and_the_state_stays_until_the_last_has_chosen()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo, Cast.Dan).Voted(Votes.Agree, Cast.Cleo, Cast.Bob);

        Assert.Equal(Votes.Committee, story.Visit.State);
        Assert.Equal([Cast.Dan], story.Waiting);
        Assert.Equal([Votes.Agree, Votes.Agree, null], story.Visit.Seats.Select(seat => seat.Choice));

        Assert.Equal(Votes.Check, story.Voted(Votes.Agree, Cast.Dan).Visit.State);
    }

    [Fact]
    public void Every_later_arrival_asks_everybody_anew()
    {
        var story = Filed(new VotingPolicy.AnyRefusal(), Cast.Bob, Cast.Cleo).Voted(Votes.Agree, Cast.Bob).Voted(Votes.Refuse, Cast.Cleo).Taken(Cast.Ann, Votes.Submit);

        Assert.Equal([Cast.Bob, Cast.Cleo], story.Waiting);
        Assert.All(story.Visit.Seats, seat => Assert.Null(seat.Choice));
    }

    [Fact]
    public void Nobody_chooses_twice()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo).Voted(Votes.Agree, Cast.Bob);

        Expect.Refused(TicketRefusals.NotAParticipant, Vote(story, Cast.Bob, Votes.Refuse));
    }

    [Fact]
    public void Different_choices_wait_for_an_administrator_when_everybody_was_heard()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo, Cast.Dan).Voted(Votes.Agree, Cast.Bob).Voted(Votes.Refuse, Cast.Cleo);

        Assert.False(story.Visit.IsUndecided);
        Assert.True(story.Voted(Votes.Agree, Cast.Dan).Visit.IsUndecided);
        Assert.Equal([Cast.Rita], story.Waiting);
        Assert.Equal(Votes.Check, story.Taken(Cast.Rita, Votes.Agree).Visit.State);
    }

    [Fact]
    public void Any_refusal_moves_at_once()
    {
        var story = Filed(new VotingPolicy.AnyRefusal(), Five).Voted(Votes.Agree, Cast.Bob).Voted(Votes.Refuse, Cast.Omar);

        Assert.Equal(Votes.New, story.Visit.State);
        Assert.Equal(TicketStatus.Returned, story.Ticket.Status);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void A_majority_of_five_is_three(int agreeing, bool isDecided)
    {
        var story = Filed(new VotingPolicy.Majority(), Five).Voted(Votes.Agree, Five[..agreeing]);

        Assert.Equal(isDecided ? Votes.Check : Votes.Committee, story.Visit.State);
    }

    [Fact]
    public void Half_is_no_majority()
    {
        var story = Filed(new VotingPolicy.Majority(), Five[..4]).Voted(Votes.Agree, Five[..2]).Voted(Votes.Refuse, Five[2..4]);

        Assert.True(story.Visit.IsUndecided);
    }

    [Fact]
    public void Where_no_majority_is_possible_any_more_nobody_else_is_bothered()
    {
        var story = Filed(new VotingPolicy.Majority(), Five).Voted(Votes.Agree, Five[..2]).Voted(Votes.Refuse, Five[2]).Voted(Votes.Postpone, Five[3]);

        Assert.False(story.Visit.IsUndecided);

        var three = Filed(new VotingPolicy.Majority(), Five[..3]).Voted(Votes.Agree, Five[0]).Voted(Votes.Refuse, Five[1]).Voted(Votes.Postpone, Five[2]);
        Assert.True(three.Visit.IsUndecided);

        var four = Filed(new VotingPolicy.Majority(), Five[..4]).Voted(Votes.Agree, Five[0]).Voted(Votes.Refuse, Five[1]).Voted(Votes.Postpone, Five[2]);
        Assert.True(four.Visit.IsUndecided);
    }

    [Fact]
    public void The_first_two_of_five_are_enough_where_two_are_asked_for()
    {
        Assert.Equal(Votes.Check, Filed(new VotingPolicy.Count(2), Five).Voted(Votes.Refuse, Cast.Bob).Voted(Votes.Agree, Cast.Cleo, Cast.Dan).Visit.State);
    }

    [Fact]
    public void More_than_there_are_means_all()
    {
        var story = Filed(new VotingPolicy.Count(9), Cast.Bob, Cast.Cleo).Voted(Votes.Agree, Cast.Bob);

        Assert.Equal(Votes.Committee, story.Visit.State);
        Assert.Equal(Votes.Check, story.Voted(Votes.Agree, Cast.Cleo).Visit.State);
    }

    [Theory]
    [InlineData(60, 3)]
    [InlineData(61, 4)]
    [InlineData(100, 5)]
    [InlineData(1, 1)]
    public void A_share_is_rounded_up(int percent, int needed)
    {
        var story = Filed(new VotingPolicy.Percentage(percent), Five).Voted(Votes.Agree, Five[..(needed - 1)]);

        Assert.Equal(Votes.Committee, story.Visit.State);
        Assert.Equal(Votes.Check, story.Voted(Votes.Agree, Five[needed - 1]).Visit.State);
    }

    [Fact]
    public void What_each_filled_in_is_kept_and_the_later_one_overwrites()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo)
            .Taken(Cast.Bob, Votes.Agree, Form.Titled("Bob's"))
            .Taken(Cast.Cleo, Votes.Agree, Form.Titled("Cleo's"));

        Assert.Equal("Cleo's", story.Ticket.Title);
    }

    [Fact]
    public void A_forwarded_place_is_the_new_persons_alone()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo).Forwarded(Cast.Bob, Cast.Eve);

        Assert.Equal([Cast.Cleo, Cast.Eve], story.AskedIn(Votes.Committee));
        Expect.Refused(TicketRefusals.NotAParticipant, Vote(story, Cast.Bob, Votes.Agree));
        Assert.Equal(Votes.Check, story.Voted(Votes.Agree, Cast.Eve, Cast.Cleo).Visit.State);
    }

    [Fact]
    public void A_place_goes_to_nobody_who_has_one()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo, Cast.Dan).Voted(Votes.Agree, Cast.Cleo);

        Expect.Refused(TicketRefusals.TargetDecidesAlready, ForwardingRules.Forward(story.SeenBy(Cast.Bob), story.Visit.Number, Cast.Cleo, comment: null));
        Expect.Refused(TicketRefusals.TargetDecidesAlready, ForwardingRules.Forward(story.SeenBy(Cast.Bob), story.Visit.Number, Cast.Dan, comment: null));
        Expect.Refused(TicketRefusals.TargetDecidesAlready, ConsultationRules.Consult(story.SeenBy(Cast.Bob), story.Visit.Number, Cast.Dan, comment: null));
    }

    [Fact]
    public void A_question_inside_a_vote_comes_back_to_its_asker_while_the_others_go_on()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo, Cast.Dan).Consulted(Cast.Bob, Cast.Eve);

        Expect.Refused(TicketRefusals.NotAParticipant, Vote(story, Cast.Bob, Votes.Agree));
        Expect.Refused(TicketRefusals.ConsultationOpen, Vote(story, Cast.Eve, Votes.Agree));
        story.Voted(Votes.Agree, Cast.Cleo).Answered(Cast.Eve);

        Assert.Equal([Cast.Bob, Cast.Dan], story.AskedIn(Votes.Committee));
        Assert.Equal(Votes.Check, story.Voted(Votes.Agree, Cast.Bob, Cast.Dan).Visit.State);
    }

    [Fact]
    public void A_decided_vote_ends_the_questions_that_were_open_in_it()
    {
        var story = Filed(new VotingPolicy.Count(1), Cast.Bob, Cast.Cleo).Consulted(Cast.Bob, Cast.Eve).Voted(Votes.Agree, Cast.Cleo);

        Assert.Equal([Cast.Gil], story.Waiting);
        Assert.Empty(story.Visit.Consultations);
    }

    [Fact]
    public void Someone_who_steps_in_says_whose_place_they_hand_over()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo);

        Expect.Refused(TicketRefusals.WhoseWork, ForwardingRules.Force(story.SeenBy(Cast.Rita), story.Visit.Number, from: null, Cast.Eve, "on holiday"));
        Assert.Equal([Cast.Cleo, Cast.Eve], story.ForceForwarded(Cast.Rita, Votes.Committee, Cast.Bob, Cast.Eve).AskedIn(Votes.Committee));
    }

    [Fact]
    public void Whoever_is_asked_beyond_the_voters_because_it_took_too_long_decides_for_all()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo).Voted(Votes.Agree, Cast.Bob);
        Escalated(story, replaces: true);

        Assert.Equal([Cast.Eve], story.Waiting);
        Assert.Equal(Votes.New, story.Taken(Cast.Eve, Votes.Refuse).Visit.State);
    }

    [Fact]
    public void When_they_leave_administrators_decide_instead()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo).Voted(Votes.Agree, Cast.Bob);
        Escalated(story, replaces: true);

        story.Without(Cast.Eve).Reconsidered(Votes.Committee);

        Assert.Equal([Cast.Rita], story.Waiting);
        Assert.Equal(Votes.Check, story.Taken(Cast.Rita, Votes.Agree).Visit.State);
    }

    [Fact]
    public void One_after_the_other_is_asked_in_the_order_named()
    {
        var story = new Story(Votes.InOrder(Cast.Dan, Cast.Bob, Cast.Cleo)).Filed(Cast.Ann, Votes.Submit);

        Assert.Equal([Cast.Dan], story.Waiting);
        Expect.Refused(TicketRefusals.NotFound, Vote(story, Cast.Cleo, Votes.Agree));
        Assert.Equal([Cast.Bob], story.Voted(Votes.Agree, Cast.Dan).Waiting);
        Assert.Equal([Cast.Cleo], story.Voted(Votes.Agree, Cast.Bob).Waiting);
        Assert.Equal(Votes.Check, story.Voted(Votes.Agree, Cast.Cleo).Visit.State);
    }

    [Fact]
    public void In_order_anything_but_an_agreement_decides_at_once()
    {
        Assert.Equal(Votes.New, new Story(Votes.InOrder(Five)).Filed(Cast.Ann, Votes.Submit).Voted(Votes.Agree, Cast.Bob).Voted(Votes.Refuse, Cast.Cleo).Visit.State);
        Assert.Equal(Votes.Later, new Story(Votes.InOrder(Five)).Filed(Cast.Ann, Votes.Submit).Voted(Votes.Postpone, Cast.Bob).Visit.State);
    }

    [Fact]
    public void A_clock_that_goes_back_hides_no_refusal()
    {
        var story = new Story(Votes.InOrder(Five)).Filed(Cast.Ann, Votes.Submit).Voted(Votes.Agree, Cast.Bob).Later(TimeSpan.FromDays(-1)).Voted(Votes.Refuse, Cast.Cleo);

        Assert.Equal(Votes.New, story.Visit.State);
    }

    [Fact]
    public void A_question_or_a_forwarding_keeps_the_order()
    {
        var story = new Story(Votes.InOrder(Cast.Bob, Cast.Cleo, Cast.Dan)).Filed(Cast.Ann, Votes.Submit).Consulted(Cast.Bob, Cast.Eve).Answered(Cast.Eve);

        Assert.Equal([Cast.Bob], story.Waiting);
        Assert.Equal([Cast.Eve], story.Forwarded(Cast.Bob, Cast.Eve).Waiting);
        Assert.Equal([Cast.Cleo], story.Voted(Votes.Agree, Cast.Eve).Waiting);
    }

    [Fact]
    public void In_order_whoever_has_left_is_passed_over()
    {
        var story = new Story(Votes.InOrder(Cast.Bob, Cast.Cleo, Cast.Dan)).Filed(Cast.Ann, Votes.Submit).Without(Cast.Bob).Reconsidered(Votes.Committee);

        Assert.Equal([Cast.Cleo], story.Waiting);
        Assert.Equal([Cast.Dan], story.Without(Cast.Cleo).Reconsidered(Votes.Committee).Waiting);
    }

    [Fact]
    public void Progress_is_told_person_by_person()
    {
        var story = Filed(new VotingPolicy.Unanimous(), Cast.Bob, Cast.Cleo).Voted(Votes.Agree, Cast.Bob, Cast.Cleo);

        Assert.Equal(
            [FlowLogAction.Submitted, FlowLogAction.Voted, FlowLogAction.Voted, FlowLogAction.VoteDecided],
            story.History.Select(entry => entry.Action));
        Assert.Equal([Cast.Ann, Cast.Bob, Cast.Cleo, null], story.History.Select(entry => entry.By));
    }

    private static Story Filed(VotingPolicy policy, params UserId[] voters) => new Story(Votes.By(policy, voters)).Filed(Cast.Ann, Votes.Submit);

    private static LoonFlow.Domain.Common.Result<TicketDecision> Vote(Story story, UserId by, TransitionId transition) =>
        TransitionRules.Take(story.SeenBy(by), story.Visit.Number, transition, FieldChanges.None, comment: null);

    private static void Escalated(Story story, bool replaces) => story.Applied(new TicketDecision(
        new Actor.Engine(), story.Now, [new TicketEvent.Escalated(story.Visit.Number, story.Visit.State, 1, [Participant.Of(Cast.Eve)], replaces)]));
}
