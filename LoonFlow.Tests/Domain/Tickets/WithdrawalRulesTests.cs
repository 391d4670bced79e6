using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class WithdrawalRulesTests
{
    [Fact]
    public void A_withdrawn_ticket_is_back_in_the_start_state_with_its_creator()
    {
        var story = WithBob().Withdrawn(Cast.Ann);

        Assert.Equal(Leave.New, story.Visit.State);
        Assert.Equal([Cast.Ann], story.Waiting);
        Assert.Equal(TicketStatus.Withdrawn, story.Ticket.Status);
    }

    [Fact]
    public void A_withdrawn_ticket_keeps_its_values_and_can_be_submitted_again()
    {
        var story = WithBob().Withdrawn(Cast.Ann).Taken(Cast.Ann, Leave.Submit);

        Assert.Equal(Leave.Leader, story.Visit.State);
        Assert.Equal(TicketStatus.Ongoing, story.Ticket.Status);
    }

    [Fact]
    public void Only_the_creator_withdraws()
    {
        Expect.Refused(TicketRefusals.NotTheCreator, Withdraw(WithBob(), Cast.Bob));
        Expect.Refused(TicketRefusals.NotTheCreator, Withdraw(WithBob(), Cast.Rita));
        Expect.Refused(TicketRefusals.NotFound, Withdraw(WithBob(), Cast.Eve));
    }

    [Fact]
    public void The_engine_does_not_withdraw()
    {
        Expect.Refused(TicketRefusals.NotTheCreator, WithdrawalRules.Withdraw(WithBob().SeenBy(new Actor.Engine()), comment: null));
    }

    [Fact]
    public void Nothing_is_withdrawn_from_a_state_that_does_not_allow_it()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(4)).Taken(Cast.Bob, Leave.LeaderAgrees);

        Assert.Equal(Leave.Director, story.Visit.State);
        Expect.Refused(TicketRefusals.MayNotWithdrawHere, Withdraw(story, Cast.Ann));
    }

    [Fact]
    public void A_draft_is_where_it_belongs_and_cannot_be_withdrawn()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Save);

        Expect.Refused(TicketRefusals.MayNotWithdrawHere, Withdraw(story, Cast.Ann));
    }

    [Fact]
    public void A_ticket_that_is_over_cannot_be_withdrawn()
    {
        Expect.Refused(TicketRefusals.AlreadyOver, Withdraw(WithBob().Closed(Cast.Rita), Cast.Ann));
    }

    [Fact]
    public void A_claimed_ticket_can_be_withdrawn_and_the_claim_is_gone()
    {
        var story = WithBob()
            .Taken(Cast.Bob, Leave.LeaderAgrees)
            .Claimed(Cast.Cleo)
            .Withdrawn(Cast.Ann);

        Assert.Null(story.Visit.ClaimedBy);
        Assert.Equal([Cast.Ann], story.Waiting);
    }

    [Fact]
    public void The_history_names_the_state_that_was_left()
    {
        var story = WithBob().Withdrawn(Cast.Ann);

        Assert.Equal(FlowLogAction.Withdrawn, story.History[^1].Action);
        Assert.Equal(Leave.Leader, story.History[^1].State);
    }

    private static Story WithBob() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

    private static Result<TicketDecision> Withdraw(Story story, UserId by) => WithdrawalRules.Withdraw(story.SeenBy(by), comment: null);
}
