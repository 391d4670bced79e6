using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class TransitionRulesTests
{
    [Fact]
    public void Agreeing_moves_the_ticket_to_the_next_state()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees);

        Assert.Equal(Leave.Hr, story.Visit.State);
        Assert.Equal(2, story.Visit.Number);
        Assert.Equal(2, story.Ticket.Revision);
    }

    [Fact]
    public void The_visit_that_was_left_is_closed_and_waits_for_nobody()
    {
        var story = WithBob();
        var left = story.Visit;

        story.Taken(Cast.Bob, Leave.LeaderAgrees);

        Assert.False(left.IsOpen);
        Assert.Empty(left.Participants);
    }

    [Fact]
    public void Someone_who_is_not_a_participant_is_refused()
    {
        var result = Take(WithBob(), Cast.Ann, Leave.LeaderAgrees);

        Expect.Refused(TicketRefusals.NotAParticipant, result);
    }

    [Fact]
    public void Someone_who_may_not_see_the_ticket_does_not_learn_that_it_exists()
    {
        var result = Take(WithBob(), Cast.Eve, Leave.LeaderAgrees);

        Expect.Refused(TicketRefusals.NotFound, result);
    }

    [Fact]
    public void An_administrator_has_no_right_to_act_in_place_of_a_participant()
    {
        var result = Take(WithBob(), Cast.Rita, Leave.LeaderAgrees);

        Expect.Refused(TicketRefusals.NotAParticipant, result);
    }

    [Fact]
    public void A_participant_who_left_the_company_since_they_signed_in_is_refused()
    {
        var story = WithBob();
        story.Company = Cast.Without(Cast.Bob);

        var result = Take(story, Cast.Bob, Leave.LeaderAgrees);

        Expect.Refused(TicketRefusals.NotFound, result);
    }

    [Fact]
    public void A_transition_that_does_not_exist_is_refused()
    {
        var result = Take(WithBob(), Cast.Bob, new TransitionId(404));

        Expect.Refused(TicketRefusals.TransitionNotHere, result);
    }

    [Fact]
    public void A_transition_of_another_state_is_refused()
    {
        var result = Take(WithBob(), Cast.Bob, Leave.HrAgrees);

        Expect.Refused(TicketRefusals.TransitionNotHere, result);
    }

    [Fact]
    public void Who_may_act_is_checked_before_the_transition()
    {
        var result = Take(WithBob(), Cast.Ann, new TransitionId(404));

        Expect.Refused(TicketRefusals.NotAParticipant, result);
    }

    [Fact]
    public void A_visit_that_the_ticket_has_left_cannot_be_acted_on()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderRefuses);

        var result = TransitionRules.Take(story.SeenBy(Cast.Bob), visitNumber: 1, Leave.LeaderAgrees, FieldChanges.None, comment: null);

        Expect.Refused(TicketRefusals.StateLeft, result);
    }

    [Fact]
    public void A_second_visit_of_a_state_is_not_the_first()
    {
        var story = WithBob()
            .Taken(Cast.Bob, Leave.LeaderRefuses)
            .Taken(Cast.Ann, Leave.Submit);

        var late = TransitionRules.Take(story.SeenBy(Cast.Bob), visitNumber: 1, Leave.LeaderAgrees, FieldChanges.None, comment: null);

        Assert.Equal(Leave.Leader, story.Visit.State);
        Expect.Refused(TicketRefusals.StateLeft, late);
    }

    [Fact]
    public void A_finished_ticket_takes_no_transition()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Claimed(Cast.Cleo).Taken(Cast.Cleo, Leave.HrAgrees, Leave.Noted);

        var result = TransitionRules.Take(story.SeenBy(Cast.Cleo), visitNumber: 2, Leave.HrAgrees, Leave.Noted, comment: null);

        Expect.Refused(TicketRefusals.AlreadyOver, result);
    }

    [Fact]
    public void One_of_several_must_claim_first()
    {
        var result = Take(WithBob().Taken(Cast.Bob, Leave.LeaderAgrees), Cast.Cleo, Leave.HrAgrees, Leave.Noted);

        Expect.Refused(TicketRefusals.ClaimFirst, result);
    }

    [Fact]
    public void The_only_active_one_of_a_group_need_not_claim()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees);
        story.Company = Cast.Without(Cast.Dan);

        story.Taken(Cast.Cleo, Leave.HrAgrees, Leave.Noted);

        Assert.Equal(TicketStatus.Finished, story.Ticket.Status);
    }

    [Fact]
    public void Once_claimed_the_others_of_the_group_are_no_longer_asked()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Claimed(Cast.Cleo);

        var result = Take(story, Cast.Dan, Leave.HrAgrees, Leave.Noted);

        Expect.Refused(TicketRefusals.NotAParticipant, result);
    }

    [Fact]
    public void With_direct_distribution_whoever_acts_first_acts()
    {
        var story = InPay().Taken(Cast.Dan, Purchase.Paid);

        Assert.Equal(TicketStatus.Finished, story.Ticket.Status);
    }

    [Fact]
    public void Of_two_who_act_on_the_same_visit_one_wins_and_the_other_hears_that_it_is_over()
    {
        var story = InPay();
        var visit = story.Visit.Number;
        story.Taken(Cast.Dan, Purchase.Paid);

        var second = TransitionRules.Take(story.SeenBy(Cast.Cleo), visit, Purchase.Paid, FieldChanges.None, comment: null);

        Expect.Refused(TicketRefusals.AlreadyOver, second);
    }

    [Fact]
    public void Required_fields_of_the_state_must_be_filled_in()
    {
        var result = Take(WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Claimed(Cast.Cleo), Cast.Cleo, Leave.HrAgrees);

        Expect.Refused(TicketRefusals.FormIncomplete, result);
        Assert.Equal(["hr_note"], result.Refusal!.Fields.Select(problem => problem.Key));
    }

    [Fact]
    public void A_transition_without_the_check_needs_no_required_field()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Claimed(Cast.Cleo).Taken(Cast.Cleo, Leave.HrReturns);

        Assert.Equal(Leave.New, story.Visit.State);
    }

    [Fact]
    public void Nothing_is_kept_of_a_refused_form()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Claimed(Cast.Cleo);
        var before = story.Ticket.Values;

        var result = Take(story, Cast.Cleo, Leave.HrAgrees, Form.With(("hr_note", new FieldValue.Integer(3))));

        Assert.False(result.Succeeded);
        Assert.Equal(before, story.Ticket.Values);
    }

    [Fact]
    public void The_title_changes_where_the_state_lets_it()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderRefuses).Taken(Cast.Ann, Leave.Submit, Form.Titled("A better title"));

        Assert.Equal("A better title", story.Ticket.Title);
    }

    [Fact]
    public void The_title_stays_where_the_state_only_shows_it()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees, Form.Titled("Bob was here"));

        Assert.Equal("Holiday", story.Ticket.Title);
    }

    [Fact]
    public void A_comment_that_is_too_long_is_refused()
    {
        var story = WithBob();

        var result = TransitionRules.Take(
            story.SeenBy(Cast.Bob), story.Visit.Number, Leave.LeaderAgrees, FieldChanges.None, new string('x', Comment.MaxLength + 1));

        Expect.Refused(TicketRefusals.CommentTooLong, result);
    }

    [Fact]
    public void The_engine_moves_a_ticket_on_from_an_automatic_state()
    {
        var story = new Story(Vpn.Version)
            .Filed(Cast.Ann, Vpn.Submit, Vpn.Filled)
            .Taken(Cast.Bob, Vpn.LeaderAgrees)
            .Claimed(Cast.Olga)
            .Taken(Cast.Olga, Vpn.OperatorAgrees)
            .Moved(Vpn.Granted);

        Assert.Equal(Vpn.Confirm, story.Visit.State);
        Assert.Equal([Cast.Ann], story.Waiting);
    }

    [Fact]
    public void No_person_moves_a_ticket_on_from_an_automatic_state()
    {
        var story = new Story(Vpn.Version)
            .Filed(Cast.Ann, Vpn.Submit, Vpn.Filled)
            .Taken(Cast.Bob, Vpn.LeaderAgrees)
            .Claimed(Cast.Olga)
            .Taken(Cast.Olga, Vpn.OperatorAgrees);

        var refusals = Cast.Active.Select(id => Take(story, id, Vpn.Granted).Refusal).ToArray();

        Assert.All(refusals, refusal => Assert.Contains(refusal?.Code, new[] { "ticket.not_a_participant", "ticket.not_found" }));
    }

    [Fact]
    public void The_engine_is_bound_to_the_visit_like_everybody()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderRefuses);

        var result = TransitionRules.Take(story.SeenBy(new Actor.Engine()), visitNumber: 1, Leave.LeaderAgrees, FieldChanges.None, comment: null);

        Expect.Refused(TicketRefusals.StateLeft, result);
    }

    private static Story WithBob() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

    private static Story InPay()
    {
        var story = new Story(Purchase.Version)
            .Filed(Cast.Ann, Purchase.Submit, Purchase.ReviewedBy("bob"))
            .Taken(Cast.Bob, Purchase.Agree);

        return story.Taken(story.Waiting.Single(), Purchase.Bought);
    }

    private static Result<TicketDecision> Take(Story story, UserId by, TransitionId transition, FieldChanges? form = null) =>
        TransitionRules.Take(story.SeenBy(by), story.Visit.Number, transition, form ?? FieldChanges.None, comment: null);
}
