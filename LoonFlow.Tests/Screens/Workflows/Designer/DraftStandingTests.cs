using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;

namespace LoonFlow.Tests.Screens.Workflows.Designer;

public sealed class DraftStandingTests
{
    private static readonly WorkflowDocument Changed = Leave.Document with { SerialPrefix = "L" };

    [Fact]
    public void A_draft_that_says_the_same_is_what_is_published() => Assert.True(DraftStanding.Of(Leave.Version, Leave.Document with { }, null).IsPublished);

    [Fact]
    public void Places_that_nobody_chose_are_no_change() =>
        Assert.True(DraftStanding.Of(Leave.Version, Leave.Document with { States = [.. Leave.Document.States.Select(state => state with { Position = new Position(1, 2) })] }, null).IsPublished);

    [Fact]
    public void Changes_are_counted()
    {
        var standing = DraftStanding.Of(Leave.Version, Changed, null);

        Assert.Equal((1, false), (standing.Changes, standing.IsPublished));
    }

    [Fact]
    public void Where_nothing_is_published_the_draft_is_not_either() => Assert.False(DraftStanding.Of(null, Leave.Document, null).IsPublished);

    [Fact]
    public void The_same_two_are_compared_once()
    {
        var standing = DraftStanding.Of(Leave.Version, Changed, null);

        Assert.Same(standing, DraftStanding.Of(Leave.Version, Changed, standing));
    }
}
