using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class TicketTests
{
    [Fact]
    public void Every_decision_makes_one_revision_and_says_when()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Taken(Cast.Bob, Leave.LeaderAgrees).Claimed(Cast.Cleo);

        Assert.Equal(3, story.Ticket.Revision);
        Assert.Equal(Story.Monday, story.Ticket.CreatedAt);
        Assert.Equal(Story.Monday.AddMinutes(2), story.Ticket.ChangedAt);
    }

    [Fact]
    public void Visits_are_numbered_and_know_when_they_were()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Taken(Cast.Bob, Leave.LeaderAgrees);

        Assert.Equal([1, 2], story.Ticket.Visits.Select(visit => visit.Number));
        Assert.Equal(Story.Monday, story.Ticket.Visits[0].EnteredAt);
        Assert.Equal(Story.Monday.AddMinutes(1), story.Ticket.Visits[0].LeftAt);
        Assert.Null(story.Ticket.Visits[1].LeftAt);
    }

    [Fact]
    public void The_end_has_its_moment()
    {
        var ticket = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Closed(Cast.Rita).Ticket;

        Assert.Equal(Story.Monday.AddMinutes(1), ticket.EndedAt);
    }

    [Fact]
    public void Whoever_had_to_act_is_remembered_after_their_turn()
    {
        var story = new Story(Leave.Version)
            .Filed(Cast.Ann, Leave.Submit, Leave.For(2))
            .Forwarded(Cast.Bob, Cast.Gil)
            .Taken(Cast.Gil, Leave.LeaderAgrees);

        Assert.Equal([(Cast.Bob, false), (Cast.Gil, false)], story.Ticket.Visits[0].Asked.Select(asked => (asked.Who.Person!.Value, asked.MustAct)));
    }

    [Fact]
    public void Someone_asked_again_in_the_same_visit_stands_there_once()
    {
        var story = new Story(Leave.Version)
            .Filed(Cast.Ann, Leave.Submit, Leave.For(2))
            .Consulted(Cast.Bob, Cast.Gil)
            .Answered(Cast.Gil);

        Assert.Equal([(Cast.Bob, true), (Cast.Gil, false)], story.Visit.Asked.Select(asked => (asked.Who.Person!.Value, asked.MustAct)));
    }

    [Fact]
    public void Applying_what_was_decided_about_another_state_of_things_is_a_bug_and_throws()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));
        var decision = new TicketDecision(new Actor.Engine(), Story.Monday, [new TicketEvent.StateLeft(Visit: 7)]);

        Assert.Throws<InvalidOperationException>(() => story.Ticket.Apply(decision));
    }

    [Fact]
    public void A_ticket_stays_on_the_version_it_was_filed_with()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Withdrawn(Cast.Ann).Taken(Cast.Ann, Leave.Submit);

        Assert.Equal(new VersionId(100), story.Ticket.Version);
    }
}
