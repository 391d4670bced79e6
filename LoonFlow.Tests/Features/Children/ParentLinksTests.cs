using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Features.Children;

public sealed class ParentLinksTests : IAsyncLifetime
{
    private ChildrenStage _stage = null!;

    public async Task InitializeAsync()
    {
        _stage = await ChildrenStage.StartAsync();
        await _stage.PublishParentAsync(new ChildrenSetting { Per = ChildrenPer.Caller });
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task Children_that_callers_file_release_their_parent()
    {
        var parent = await _stage.FileAndDeliverAsync();
        var one = (await _stage.FileChildAsync(new ParentLink(parent, ChildrenStage.Wait))).Value;
        var other = (await _stage.FileChildAsync(new ParentLink(parent, ChildrenStage.Wait))).Value;
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));

        await _stage.EndChildAndDeliverAsync(one);
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));
        await _stage.EndChildAndDeliverAsync(other);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
    }

    [Fact]
    public async Task A_parent_that_expects_two_does_not_go_on_with_the_first()
    {
        await _stage.PublishParentAsync(new ChildrenSetting { Per = ChildrenPer.Caller, Wait = ChildrenWait.Count, Count = 2 });
        var parent = await _stage.FileAndDeliverAsync();

        await _stage.EndChildAndDeliverAsync((await _stage.FileChildAsync(new ParentLink(parent, ChildrenStage.Wait))).Value);
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));
        await _stage.EndChildAndDeliverAsync((await _stage.FileChildAsync(new ParentLink(parent, ChildrenStage.Wait))).Value);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
    }

    [Fact]
    public async Task A_child_names_a_parent_that_is_there_and_in_that_state()
    {
        var parent = await _stage.FileAndDeliverAsync();

        Expect.Refused(ChildrenRefusals.ParentUnknown, await _stage.FileChildAsync(new ParentLink(new TicketId(77), ChildrenStage.Wait)));
        Expect.Refused(ChildrenRefusals.ParentUnknown, await _stage.FileChildAsync(new ParentLink(parent, ChildrenStage.Wait), by: "jiang"));
        Expect.Refused(ChildrenRefusals.ParentElsewhere, await _stage.FileChildAsync(new ParentLink(parent, ChildrenStage.Review)));
        Assert.Empty(await _stage.ChildrenOfAsync(parent));
    }

    [Fact]
    public async Task A_child_of_an_earlier_stay_does_not_count_for_the_next()
    {
        var parent = await _stage.FileAndDeliverAsync();
        var one = (await _stage.FileChildAsync(new ParentLink(parent, ChildrenStage.Wait))).Value;
        await _stage.EndChildAndDeliverAsync(one);
        _stage.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await _stage.App.TakeAsync(parent, "gao", TransitionKind.Refuse);
        var second = (await _stage.FileChildAsync(new ParentLink(parent, ChildrenStage.Wait))).Value;

        await _stage.DeleteAsync(one);
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));
        await _stage.EndChildAndDeliverAsync(second);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
    }

    [Fact]
    public async Task Levels_of_children_come_to_an_end()
    {
        var parent = await _stage.FileAndDeliverAsync();
        var above = parent;
        var state = ChildrenStage.Wait;

        for (var level = 1; level < ChildrenRules.MaxDepth; level++)
        {
            above = (await _stage.FileChildAsync(new ParentLink(above, state))).Value;
            state = ChildrenStage.Work;
        }

        Expect.Refused(ChildrenRefusals.TooDeep, await _stage.FileChildAsync(new ParentLink(above, state)));
    }
}
