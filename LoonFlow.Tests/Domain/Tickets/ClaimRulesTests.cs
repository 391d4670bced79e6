using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class ClaimRulesTests
{
    [Fact]
    public void Whoever_claims_has_the_work_alone()
    {
        var story = WithHr().Claimed(Cast.Dan);

        Assert.Equal([Cast.Dan], story.Waiting);
        Assert.Equal(Cast.Dan, story.Visit.ClaimedBy);
    }

    [Fact]
    public void Claiming_changes_neither_state_nor_status()
    {
        var story = WithHr().Claimed(Cast.Dan);

        Assert.Equal(Leave.Hr, story.Visit.State);
        Assert.Equal(TicketStatus.Ongoing, story.Ticket.Status);
    }

    [Fact]
    public void Of_two_claims_exactly_one_succeeds()
    {
        var story = WithHr().Claimed(Cast.Dan);

        var second = ClaimRules.Claim(story.SeenBy(Cast.Cleo), story.Visit.Number);

        Expect.Refused(TicketRefusals.NotAParticipant, second);
    }

    [Fact]
    public void Claiming_twice_is_refused()
    {
        var story = WithHr().Claimed(Cast.Dan);

        var again = ClaimRules.Claim(story.SeenBy(Cast.Dan), story.Visit.Number);

        Expect.Refused(TicketRefusals.NothingToClaim, again);
    }

    [Fact]
    public void A_sole_participant_has_nothing_to_claim()
    {
        var story = new Story(Vpn.Version).Filed(Cast.Ann, Vpn.Submit, Vpn.Filled);

        var result = ClaimRules.Claim(story.SeenBy(Cast.Bob), story.Visit.Number);

        Expect.Refused(TicketRefusals.NothingToClaim, result);
    }

    [Fact]
    public void With_direct_distribution_there_is_nothing_to_claim()
    {
        var story = new Story(OneStep.With(state => state with
        {
            Participants = new LoonFlow.Domain.Participants.ParticipantSpec.People([Cast.Cleo, Cast.Dan]),
            Distribution = LoonFlow.Domain.Participants.Distribution.Direct,
        })).Filed(Cast.Ann, OneStep.Submit);

        var result = ClaimRules.Claim(story.SeenBy(Cast.Cleo), story.Visit.Number);

        Expect.Refused(TicketRefusals.NothingToClaim, result);
    }

    [Fact]
    public void Someone_outside_the_group_is_refused()
    {
        var story = WithHr();

        var result = ClaimRules.Claim(story.SeenBy(Cast.Ann), story.Visit.Number);

        Expect.Refused(TicketRefusals.NotAParticipant, result);
    }

    [Fact]
    public void Someone_who_joins_the_group_later_may_claim()
    {
        var story = WithHr();
        story.Company = new(
            [.. Cast.Company.Users.Select(user => user.Id == Cast.Ann ? user with { Department = Cast.Payroll } : user)],
            Cast.Company.Departments,
            Cast.Company.Roles);

        var result = ClaimRules.Claim(story.SeenBy(Actor.Of(Cast.Ann, story.Company)!), story.Visit.Number);

        Expect.Accepted(result);
    }

    [Fact]
    public void The_engine_has_nothing_to_claim()
    {
        var story = WithHr();

        var result = ClaimRules.Claim(story.SeenBy(new Actor.Engine()), story.Visit.Number);

        Expect.Refused(TicketRefusals.NothingToClaim, result);
    }

    [Fact]
    public void A_claim_counts_for_one_visit_only()
    {
        var story = WithHr()
            .Claimed(Cast.Dan)
            .Taken(Cast.Dan, Leave.HrReturns)
            .Taken(Cast.Ann, Leave.Submit)
            .Taken(Cast.Bob, Leave.LeaderAgrees);

        var result = ClaimRules.Claim(story.SeenBy(Cast.Cleo), story.Visit.Number);

        Expect.Accepted(result);
    }

    [Fact]
    public void A_ticket_that_is_over_cannot_be_claimed()
    {
        var story = WithHr();
        var visit = story.Visit.Number;
        story.Closed(Cast.Rita);

        var result = ClaimRules.Claim(story.SeenBy(Cast.Cleo), visit);

        Expect.Refused(TicketRefusals.AlreadyOver, result);
    }

    private static Story WithHr() => new Story(Leave.Version)
        .Filed(Cast.Ann, Leave.Submit, Leave.For(2))
        .Taken(Cast.Bob, Leave.LeaderAgrees);
}
