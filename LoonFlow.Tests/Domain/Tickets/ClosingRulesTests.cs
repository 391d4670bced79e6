using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class ClosingRulesTests
{
    [Fact]
    public void A_closed_ticket_is_over_and_waits_for_nobody()
    {
        var story = WithBob().Closed(Cast.Rita);

        Assert.Equal(TicketStatus.Closed, story.Ticket.Status);
        Assert.True(story.Ticket.IsOver);
        Assert.Empty(story.Ticket.OpenVisits);
        Assert.Equal(Leave.Done, story.Ticket.State);
    }

    [Fact]
    public void Closing_needs_a_reason()
    {
        Expect.Refused(TicketRefusals.CommentMissing, ClosingRules.Close(WithBob().SeenBy(Cast.Rita), "  "));
    }

    [Fact]
    public void Neither_participant_nor_creator_closes_a_running_ticket()
    {
        Expect.Refused(TicketRefusals.MayNotIntervene, Close(WithBob(), Cast.Bob));
        Expect.Refused(TicketRefusals.MayNotIntervene, Close(WithBob(), Cast.Ann));
    }

    [Fact]
    public void Somebody_unrelated_does_not_learn_that_there_is_something_to_close()
    {
        Expect.Refused(TicketRefusals.NotFound, Close(WithBob(), Cast.Eve));
    }

    [Fact]
    public void The_creator_closes_their_draft()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Save).Closed(Cast.Ann);

        Assert.Equal(TicketStatus.Closed, story.Ticket.Status);
    }

    [Fact]
    public void The_creator_closes_what_was_returned_or_withdrawn()
    {
        Expect.Accepted(Close(WithBob().Taken(Cast.Bob, Leave.LeaderRefuses), Cast.Ann));
        Expect.Accepted(Close(WithBob().Withdrawn(Cast.Ann), Cast.Ann));
    }

    [Fact]
    public void Someone_who_was_granted_to_administer_the_workflow_closes_any_ticket_of_it()
    {
        var story = WithBob();
        story.Access = new WorkflowAccess(OpenToAll: false, [new WorkflowGrant(WorkflowPermission.Administer, Participant.Of(Cast.Eve))]);

        Expect.Accepted(Close(story, Cast.Eve));
    }

    [Fact]
    public void Someone_who_may_step_in_closes()
    {
        var story = WithBob();
        story.Access = new WorkflowAccess(OpenToAll: false, [new WorkflowGrant(WorkflowPermission.Intervene, Participant.Of(Cast.Eve))]);

        Expect.Accepted(Close(story, Cast.Eve));
    }

    [Fact]
    public void Someone_who_may_only_view_does_not_close()
    {
        var story = WithBob();
        story.Access = new WorkflowAccess(OpenToAll: false, [new WorkflowGrant(WorkflowPermission.View, Participant.Of(Cast.Eve))]);

        Expect.Refused(TicketRefusals.MayNotIntervene, Close(story, Cast.Eve));
    }

    [Fact]
    public void A_ticket_that_is_over_cannot_be_closed_again()
    {
        var story = WithBob().Closed(Cast.Rita);

        Expect.Refused(TicketRefusals.AlreadyOver, Close(story, Cast.Rita));
        Expect.Refused(TicketRefusals.AlreadyOver, Close(story, Cast.Ann));
        Expect.Refused(TicketRefusals.MayNotIntervene, Close(story, Cast.Bob));
    }

    [Fact]
    public void The_history_names_the_state_that_was_left_and_the_reason()
    {
        var story = WithBob().Closed(Cast.Rita);

        Assert.Equal(Leave.Leader, story.History[^1].State);
        Assert.Equal("no longer needed", story.History[^1].Comment);
    }

    private static Story WithBob() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

    private static Result<TicketDecision> Close(Story story, UserId by) => ClosingRules.Close(story.SeenBy(by), "no longer needed");
}
