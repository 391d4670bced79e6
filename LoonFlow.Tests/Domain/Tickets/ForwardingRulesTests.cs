using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class ForwardingRulesTests
{
    [Fact]
    public void Forwarded_work_waits_for_the_target_alone()
    {
        var story = WithBob().Forwarded(Cast.Bob, Cast.Gil);

        Assert.Equal([Cast.Gil], story.Waiting);
        Assert.Equal(Leave.Leader, story.Visit.State);
        Assert.Equal(1, story.Visit.Number);
    }

    [Fact]
    public void Whoever_forwarded_has_nothing_more_to_do()
    {
        var story = WithBob().Forwarded(Cast.Bob, Cast.Gil);

        var result = Forward(story, Cast.Bob, Cast.Ann);

        Expect.Refused(TicketRefusals.NotAParticipant, result);
    }

    [Fact]
    public void The_target_may_take_the_transitions()
    {
        var story = WithBob().Forwarded(Cast.Bob, Cast.Gil).Taken(Cast.Gil, Leave.LeaderAgrees);

        Assert.Equal(Leave.Hr, story.Visit.State);
    }

    [Fact]
    public void One_of_a_group_may_forward_without_claiming()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Forwarded(Cast.Cleo, Cast.Gil);

        Assert.Equal([Cast.Gil], story.Waiting);
    }

    [Fact]
    public void What_was_claimed_is_claimed_by_the_target_afterwards()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Claimed(Cast.Cleo).Forwarded(Cast.Cleo, Cast.Gil);

        Assert.Equal(Cast.Gil, story.Visit.ClaimedBy);
    }

    [Fact]
    public void Someone_who_is_not_asked_cannot_forward()
    {
        Expect.Refused(TicketRefusals.NotAParticipant, Forward(WithBob(), Cast.Ann, Cast.Gil));
        Expect.Refused(TicketRefusals.NotAParticipant, Forward(WithBob(), Cast.Rita, Cast.Gil));
        Expect.Refused(TicketRefusals.NotFound, Forward(WithBob(), Cast.Eve, Cast.Gil));
    }

    [Fact]
    public void The_engine_cannot_forward()
    {
        var story = WithBob();

        var result = ForwardingRules.Forward(story.SeenBy(new Actor.Engine()), story.Visit.Number, Cast.Gil, comment: null);

        Expect.Refused(TicketRefusals.NotAParticipant, result);
    }

    [Fact]
    public void Forwarding_to_somebody_unknown_is_refused()
    {
        Expect.Refused(TicketRefusals.TargetUnknown, Forward(WithBob(), Cast.Bob, Cast.Stranger));
    }

    [Fact]
    public void Forwarding_to_somebody_who_has_left_is_refused()
    {
        Expect.Refused(TicketRefusals.TargetUnknown, Forward(WithBob(), Cast.Bob, Cast.Ivan));
    }

    [Fact]
    public void Forwarding_to_oneself_is_refused()
    {
        Expect.Refused(TicketRefusals.TargetIsYourself, Forward(WithBob(), Cast.Bob, Cast.Bob));
    }

    [Fact]
    public void A_forwarded_consultation_is_passed_on_and_its_answer_goes_to_the_asker()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil).Forwarded(Cast.Gil, Cast.Cleo).Answered(Cast.Cleo);

        Assert.Equal([Cast.Bob], story.Waiting);
        Assert.False(story.Visit.IsConsulting);
    }

    [Fact]
    public void A_consultation_names_the_one_it_was_passed_on_to()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil).Forwarded(Cast.Gil, Cast.Cleo);

        Assert.Equal([(Cast.Bob, Cast.Cleo)], story.Visit.Consultations.Select(consultation => (consultation.Asker, consultation.Asked)));
    }

    [Fact]
    public void A_consultation_cannot_be_passed_to_the_one_who_waits_for_its_answer()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil);

        Expect.Refused(TicketRefusals.TargetIsAsking, Forward(story, Cast.Gil, Cast.Bob));
    }

    [Fact]
    public void Forwarding_does_not_change_the_status()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderRefuses).Forwarded(Cast.Ann, Cast.Bob);

        Assert.Equal(TicketStatus.Returned, story.Ticket.Status);
    }

    private static Story WithBob() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

    private static Result<TicketDecision> Forward(Story story, UserId by, UserId to) =>
        ForwardingRules.Forward(story.SeenBy(by), story.Visit.Number, to, comment: null);
}
