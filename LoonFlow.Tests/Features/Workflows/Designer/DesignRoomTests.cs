using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;

namespace LoonFlow.Tests.Features.Workflows.Designer;

public sealed class DesignRoomTests
{
    private static readonly WorkflowId Leave = new(1);

    private readonly DesignRoom _room = new();

    [Fact]
    public void Designers_of_one_workflow_see_each_other_and_what_they_hold()
    {
        using var ann = Enter(1, "Ann");
        using var bob = Enter(2, "Bob");
        using var eve = _room.Enter(new WorkflowId(2), new Web.Features.Workflows.Designer.Designer(new UserId(3), "Eve", null), () => { });

        bob.Hold("Leader approval");

        Assert.Equal([("Bob", "Leader approval")], ann.Others.Select(other => (other.Name, other.InHand)));
        Assert.Empty(eve.Others);
    }

    [Fact]
    public void Whoever_leaves_is_gone()
    {
        using var ann = Enter(1, "Ann");
        Enter(2, "Bob").Dispose();

        Assert.Empty(ann.Others);
    }

    [Fact]
    public void A_second_page_of_ones_own_is_nobody_else()
    {
        using var here = Enter(1, "Ann");
        using var there = Enter(1, "Ann");

        Assert.Empty(here.Others);
    }

    [Fact]
    public void The_others_hear_that_the_draft_was_saved()
    {
        var heard = 0;
        using var ann = _room.Enter(Leave, new Web.Features.Workflows.Designer.Designer(new UserId(1), "Ann", null), () => heard++);
        using var bob = Enter(2, "Bob");
        heard = 0;

        bob.Saved(7);

        Assert.Equal((1, 7, 0), (heard, ann.LatestRevision, bob.LatestRevision));
    }

    private DesignRoom.Seat Enter(long id, string name) => _room.Enter(Leave, new Web.Features.Workflows.Designer.Designer(new UserId(id), name, InHand: null), () => { });
}
