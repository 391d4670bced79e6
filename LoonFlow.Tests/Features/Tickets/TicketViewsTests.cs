using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Tests.Features.Tickets;

public sealed class TicketViewsTests
{
    [Fact]
    public void Whoever_handles_a_ticket_sees_the_form_of_its_state()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(4)).Taken(Cast.Bob, Leave.LeaderAgrees);

        var view = See(story, Cast.Gil);

        Assert.Equal(["days", "reason", "title"], view.Entries.Select(entry => entry.Key).Order());
        Assert.Equal(["days"], view.Entries.Where(entry => entry.IsWritable).Select(entry => entry.Key));
    }

    [Fact]
    public void Whoever_only_looks_can_write_nothing()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(4)).Taken(Cast.Bob, Leave.LeaderAgrees);

        var view = See(story, Cast.Ann);

        Assert.Equal(6, view.Entries.Count);
        Assert.DoesNotContain(view.Entries, entry => entry.IsWritable);
    }

    [Fact]
    public void Before_the_claim_the_form_can_be_read_and_not_written()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Taken(Cast.Bob, Leave.LeaderAgrees);

        Assert.Contains(See(story, Cast.Cleo).Entries, entry => entry.Key == "hr_note");
        Assert.DoesNotContain(See(story, Cast.Cleo).Entries, entry => entry.IsWritable);

        story.Claimed(Cast.Cleo);

        Assert.Contains(See(story, Cast.Cleo).Entries, entry => entry is { Key: "hr_note", IsWritable: true });
    }

    [Fact]
    public void The_actions_are_exactly_those_that_the_domain_offers()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

        foreach (var person in Cast.Active)
        {
            Assert.Equivalent(ActionRules.Offered(story.SeenBy(person)), See(story, person).Actions, strict: true);
        }
    }

    [Fact]
    public void Stays_name_who_must_act_who_claimed_and_who_asked_whom()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Taken(Cast.Bob, Leave.LeaderAgrees);

        Assert.Equal(["Human resources"], Assert.Single(See(story, Cast.Ann).Stays).WaitsFor.Select(who => who.Name));

        story.Claimed(Cast.Cleo).Consulted(Cast.Cleo, Cast.Gil).Consulted(Cast.Gil, Cast.Rita);
        var stay = Assert.Single(See(story, Cast.Ann).Stays);

        Assert.Equal("Cleo", stay.ClaimedBy?.Name);
        Assert.Equal(["Rita"], stay.WaitsFor.Select(who => who.Name));
        Assert.Equal([("Cleo", "Gil"), ("Gil", "Rita")], stay.Consultations.Select(one => (one.Asker.Name, one.Asked.Name)));
    }

    [Fact]
    public void History_tells_what_changed_between_two_lines()
    {
        var story = new Story(Leave.Version)
            .Filed(Cast.Ann, Leave.Submit, Leave.For(4))
            .Taken(Cast.Bob, Leave.LeaderAgrees)
            .Taken(Cast.Gil, Leave.DirectorAgrees, Form.With(("days", new FieldValue.Decimal(3.5m))));

        var history = See(story, Cast.Ann).History;

        Assert.Equal([0, 0, 1], history.Select(line => line.Changes.Count));
        var change = Assert.Single(history[2].Changes);
        Assert.Equal(("days", new FieldValue.Decimal(4), new FieldValue.Decimal(3.5m)), (change.Field.Key, change.Before, change.After));
        Assert.Equal(("Gil", FlowLogAction.TransitionTaken, TransitionKind.Agree), (history[2].By?.Name, history[2].Action, history[2].Kind));
    }

    [Fact]
    public void History_does_not_tell_what_the_form_hides()
    {
        var document = Leave.Document with { DisplayFields = ["title", "kind"] };
        var story = new Story(new WorkflowVersion(new VersionId(100), new WorkflowId(1), 1, document))
            .Filed(Cast.Ann, Leave.Submit, Leave.For(4))
            .Taken(Cast.Bob, Leave.LeaderAgrees)
            .Taken(Cast.Gil, Leave.DirectorAgrees, Form.With(("days", new FieldValue.Decimal(3.5m))));

        Assert.All(See(story, Cast.Ann).History, line => Assert.Empty(line.Changes));
    }

    [Fact]
    public void A_cut_history_still_tells_what_its_first_line_changed()
    {
        var story = new Story(Leave.Version)
            .Filed(Cast.Ann, Leave.Submit, Leave.For(4))
            .Taken(Cast.Bob, Leave.LeaderAgrees)
            .Taken(Cast.Gil, Leave.DirectorAgrees, Form.With(("days", new FieldValue.Decimal(3.5m))));

        var view = TicketViews.Of(story.SeenBy(Cast.Ann), [story.History[2]], story.History[1]);

        Assert.True(view.IsHistoryCut);
        Assert.Single(Assert.Single(view.History).Changes);
    }

    private static TicketView See(Story story, UserId person) => TicketViews.Of(story.SeenBy(person), story.History);
}
