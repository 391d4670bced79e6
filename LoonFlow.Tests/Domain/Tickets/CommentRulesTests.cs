using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class CommentRulesTests
{
    [Fact]
    public void Whoever_has_to_do_with_a_ticket_may_comment_on_it()
    {
        var story = WithBob();

        Expect.Accepted(CommentRules.Add(story.SeenBy(Cast.Ann), "How is it going?"));
        Expect.Accepted(CommentRules.Add(story.SeenBy(Cast.Bob), "I am on it"));
    }

    [Fact]
    public void Somebody_unrelated_cannot_comment()
    {
        var result = CommentRules.Add(WithBob().SeenBy(Cast.Eve), "Let me in");

        Expect.Refused(TicketRefusals.NotFound, result);
    }

    [Fact]
    public void Where_everybody_may_view_everybody_may_comment()
    {
        var story = WithBob();
        story.Access = new WorkflowAccess(OpenToAll: true, []);

        Expect.Accepted(CommentRules.Add(story.SeenBy(Cast.Eve), "Interesting"));
    }

    [Fact]
    public void A_comment_says_something()
    {
        var story = WithBob();

        Expect.Refused(TicketRefusals.CommentMissing, CommentRules.Add(story.SeenBy(Cast.Ann), null));
        Expect.Refused(TicketRefusals.CommentMissing, CommentRules.Add(story.SeenBy(Cast.Ann), " \n "));
    }

    [Fact]
    public void A_comment_may_be_as_long_as_the_limit_and_no_longer()
    {
        var story = WithBob();

        Expect.Accepted(CommentRules.Add(story.SeenBy(Cast.Ann), new string('x', Comment.MaxLength)));
        Expect.Refused(TicketRefusals.CommentTooLong, CommentRules.Add(story.SeenBy(Cast.Ann), new string('x', Comment.MaxLength + 1)));
    }

    [Fact]
    public void A_comment_changes_nothing_but_the_history()
    {
        var story = WithBob().Commented(Cast.Ann, "How is it going?");

        Assert.Equal([Cast.Bob], story.Waiting);
        Assert.Equal(TicketStatus.Ongoing, story.Ticket.Status);
        Assert.Equal(FlowLogAction.Commented, story.History[^1].Action);
    }

    [Fact]
    public void A_ticket_that_is_over_can_still_be_commented_on()
    {
        var story = WithBob().Closed(Cast.Rita);

        Expect.Accepted(CommentRules.Add(story.SeenBy(Cast.Ann), "Thanks anyway"));
    }

    [Fact]
    public void Commenting_does_not_make_one_a_participant()
    {
        var story = WithBob().Commented(Cast.Rita, "Watching");

        var result = ForwardingRules.Forward(story.SeenBy(Cast.Rita), story.Visit.Number, Cast.Gil, comment: null);

        Expect.Refused(TicketRefusals.NotAParticipant, result);
    }

    private static Story WithBob() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));
}
