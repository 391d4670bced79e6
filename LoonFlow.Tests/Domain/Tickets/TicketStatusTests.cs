using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>Spec B.2, row by row.</summary>
public sealed class TicketStatusTests
{
    [Fact]
    public void Filed_into_a_normal_state_it_is_ongoing() => Is(TicketStatus.Ongoing, over: false, Filed());

    [Fact]
    public void Filed_into_the_start_state_it_is_a_draft() =>
        Is(TicketStatus.Draft, over: false, new Story(Leave.Version).Filed(Cast.Ann, Leave.Save));

    [Fact]
    public void Filed_into_an_end_state_it_is_finished() =>
        Is(TicketStatus.Finished, over: true, new Story(Leave.Version).Filed(Cast.Ann, Leave.Note));

    [Fact]
    public void Agreed_into_a_normal_state_it_is_ongoing() =>
        Is(TicketStatus.Ongoing, over: false, Filed().Taken(Cast.Bob, Leave.LeaderAgrees));

    [Fact]
    public void Refused_back_to_the_start_it_is_returned_not_a_draft() =>
        Is(TicketStatus.Returned, over: false, Filed().Taken(Cast.Bob, Leave.LeaderRefuses));

    [Fact]
    public void Refused_into_an_end_state_it_is_over_and_still_says_returned() =>
        Is(TicketStatus.Returned, over: true, WithDirector().Taken(Cast.Gil, Leave.DirectorRefuses));

    [Fact]
    public void Refused_into_a_normal_state_it_is_returned() => Is(TicketStatus.Returned, over: false, NotEffective());

    [Fact]
    public void Agreeing_after_a_refusal_makes_it_ongoing_again() =>
        Is(TicketStatus.Ongoing, over: false, Filed().Taken(Cast.Bob, Leave.LeaderRefuses).Taken(Cast.Ann, Leave.Submit));

    [Fact]
    public void Agreed_into_an_end_state_it_is_finished() =>
        Is(TicketStatus.Finished, over: true, WithHr().Claimed(Cast.Dan).Taken(Cast.Dan, Leave.HrAgrees, Leave.Noted));

    [Fact]
    public void Saved_into_the_start_state_again_it_is_a_draft() =>
        Is(TicketStatus.Draft, over: false, Filed().Taken(Cast.Bob, Leave.LeaderRefuses).Taken(Cast.Ann, Leave.Save));

    [Fact]
    public void Closed_it_is_over() => Is(TicketStatus.Closed, over: true, Filed().Closed(Cast.Rita));

    [Fact]
    public void Withdrawn_it_says_so() => Is(TicketStatus.Withdrawn, over: false, Filed().Withdrawn(Cast.Ann));

    [Fact]
    public void Claiming_forwarding_consulting_and_commenting_leave_a_returned_ticket_returned() =>
        Is(TicketStatus.Returned, over: false, NotEffective()
            .Claimed(Cast.Omar)
            .Forwarded(Cast.Omar, Cast.Olga)
            .Consulted(Cast.Olga, Cast.Gil)
            .Answered(Cast.Gil)
            .Commented(Cast.Olga, "still looking"));

    private static Story Filed() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

    private static Story WithHr() => Filed().Taken(Cast.Bob, Leave.LeaderAgrees);

    private static Story WithDirector() =>
        new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(4)).Taken(Cast.Bob, Leave.LeaderAgrees);

    private static Story NotEffective() => new Story(Vpn.Version)
        .Filed(Cast.Ann, Vpn.Submit, Vpn.Filled)
        .Taken(Cast.Bob, Vpn.LeaderAgrees)
        .Claimed(Cast.Olga)
        .Taken(Cast.Olga, Vpn.OperatorAgrees)
        .Moved(Vpn.Granted)
        .Taken(Cast.Ann, Vpn.NotEffective);

    private static void Is(TicketStatus status, bool over, Story story)
    {
        Assert.Equal(status, story.Ticket.Status);
        Assert.Equal(over, story.Ticket.IsOver);
        Assert.Equal(over, !story.Ticket.OpenVisits.Any());
    }
}
