using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class FlowLogEntryTests
{
    [Fact]
    public void A_life_is_told_line_by_line()
    {
        var story = new Story(Leave.Version)
            .Filed(Cast.Ann, Leave.Submit, Leave.For(2))
            .Commented(Cast.Ann, "please")
            .Consulted(Cast.Bob, Cast.Gil)
            .Answered(Cast.Gil)
            .Taken(Cast.Bob, Leave.LeaderAgrees)
            .Claimed(Cast.Cleo)
            .Forwarded(Cast.Cleo, Cast.Dan)
            .Withdrawn(Cast.Ann)
            .Closed(Cast.Ann);

        Assert.Equal(
            [
                FlowLogAction.Submitted, FlowLogAction.Commented, FlowLogAction.Consulted, FlowLogAction.ConsultationAnswered,
                FlowLogAction.TransitionTaken, FlowLogAction.Claimed, FlowLogAction.Forwarded, FlowLogAction.Withdrawn, FlowLogAction.Closed,
            ],
            story.History.Select(entry => entry.Action));
    }

    [Fact]
    public void Filing_is_written_in_the_start_state_with_its_transition()
    {
        var entry = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2), " for the holidays ").History.Single();

        Assert.Equal(Leave.New, entry.State);
        Assert.Equal("New", entry.StateName.Text);
        Assert.Equal(Leave.Submit, entry.Transition);
        Assert.Equal("Submit", entry.TransitionName?.Text);
        Assert.Equal(TransitionKind.Agree, entry.TransitionKind);
        Assert.Equal("for the holidays", entry.Comment);
    }

    [Fact]
    public void A_transition_is_written_in_the_state_that_was_left()
    {
        var entry = Filed().Taken(Cast.Bob, Leave.LeaderRefuses, comment: "not now").History[^1];

        Assert.Equal(Leave.Leader, entry.State);
        Assert.Equal(Cast.Bob, entry.By);
        Assert.Equal(TransitionKind.Refuse, entry.TransitionKind);
        Assert.Equal("not now", entry.Comment);
    }

    [Fact]
    public void The_snapshot_shows_the_values_after_the_change()
    {
        var story = Filed().Taken(Cast.Bob, Leave.LeaderAgrees).Claimed(Cast.Cleo).Taken(Cast.Cleo, Leave.HrAgrees, Leave.Noted);

        Assert.Null(story.History[^2].Values["hr_note"]);
        Assert.Equal(new FieldValue.Text("in the calendar"), story.History[^1].Values["hr_note"]);
    }

    [Fact]
    public void Forwarding_consulting_and_answering_name_the_other_person()
    {
        Assert.Equal(Cast.Gil, Filed().Forwarded(Cast.Bob, Cast.Gil).History[^1].Target);
        Assert.Equal(Cast.Gil, Filed().Consulted(Cast.Bob, Cast.Gil).History[^1].Target);
        Assert.Equal(Cast.Bob, Filed().Consulted(Cast.Bob, Cast.Gil).Answered(Cast.Gil).History[^1].Target);
    }

    [Fact]
    public void What_the_engine_did_has_no_person()
    {
        var story = new Story(OneStep.AskingFor(new LoonFlow.Domain.Participants.ParticipantSpec.Engine()))
            .Filed(Cast.Ann, OneStep.Submit)
            .Moved(OneStep.Agree);

        Assert.Null(story.History[^1].By);
    }

    [Fact]
    public void Lines_keep_the_words_of_their_time()
    {
        var before = Filed().History.Single();
        var renamed = Leave.Document with { States = [.. Leave.Document.States.Select(state => state with { Name = "Renamed" })] };

        var after = new Story(new WorkflowVersion(new VersionId(101), new WorkflowId(1), 2, renamed)).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).History.Single();

        Assert.Equal("New", before.StateName.Text);
        Assert.Equal("Renamed", after.StateName.Text);
    }

    [Fact]
    public void Every_line_has_its_moment_and_its_ticket()
    {
        var story = Filed().Taken(Cast.Bob, Leave.LeaderAgrees);

        Assert.All(story.History, entry => Assert.Equal(story.Ticket.Id, entry.Ticket));
        Assert.Equal([Story.Monday, Story.Monday.AddMinutes(1)], story.History.Select(entry => entry.At));
    }

    private static Story Filed() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));
}
