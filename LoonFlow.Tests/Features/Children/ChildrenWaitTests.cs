using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Children;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Tests.Features.Children;

public sealed class ChildrenWaitTests : IAsyncLifetime
{
    private static readonly ChildrenSetting PerKind = new() { Per = ChildrenPer.Choice, Field = "kinds" };
    private static readonly (string, FieldValue) ThreeKinds = ("kinds", new FieldValue.Texts(["a", "b", "c"]));

    private ChildrenStage _stage = null!;

    public async Task InitializeAsync() => _stage = await ChildrenStage.StartAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_parent_goes_on_when_all_children_have_ended_and_says_which_was_the_last()
    {
        await _stage.PublishParentAsync(PerKind);
        var parent = await _stage.FileAndDeliverAsync(ThreeKinds);
        var children = await _stage.ChildrenOfAsync(parent);

        await _stage.EndChildAndDeliverAsync(children[0].Id);
        await _stage.EndChildAndDeliverAsync(children[2].Id);
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));
        await _stage.EndChildAndDeliverAsync(children[1].Id);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
        var moved = (await _stage.HistoryAsync(parent)).Last(entry => entry.Action is FlowLogAction.TransitionTaken);
        Assert.Contains(children[1].Serial, moved.Comment, StringComparison.Ordinal);
        Assert.Null(moved.By);
    }

    [Fact]
    public async Task The_first_that_ends_is_enough_where_any_is()
    {
        await _stage.PublishParentAsync(PerKind with { Wait = ChildrenWait.Any, EndWithParent = true });
        var parent = await _stage.FileAndDeliverAsync(ThreeKinds);

        await _stage.EndChildAndDeliverAsync((await _stage.ChildrenOfAsync(parent))[1].Id);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
        Assert.Equal(
            [TicketStatus.Closed, TicketStatus.Finished, TicketStatus.Closed],
            (await _stage.ChildrenOfAsync(parent)).Select(child => child.Status));
    }

    [Fact]
    public async Task Two_of_three_are_enough_where_two_are_asked_for()
    {
        await _stage.PublishParentAsync(PerKind with { Wait = ChildrenWait.Count, Count = 2 });
        var parent = await _stage.FileAndDeliverAsync(ThreeKinds);
        var children = await _stage.ChildrenOfAsync(parent);

        await _stage.EndChildAndDeliverAsync(children[0].Id);
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));
        await _stage.EndChildAndDeliverAsync(children[1].Id);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
        Assert.False((await _stage.ChildrenOfAsync(parent))[2].IsOver);
    }

    [Fact]
    public async Task A_child_that_says_what_is_waited_for_releases_its_parent()
    {
        var when = new Condition.Compare(new Operand.Field("answer"), Comparison.Equal, new Operand.Literal(new FieldValue.Text("yes")));
        await _stage.PublishParentAsync(PerKind with { Wait = ChildrenWait.Condition, When = when });
        var parent = await _stage.FileAndDeliverAsync(ThreeKinds);
        var children = await _stage.ChildrenOfAsync(parent);

        await _stage.EndChildAndDeliverAsync(children[0].Id, "no");
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));
        await _stage.EndChildAndDeliverAsync(children[1].Id, "yes");

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
    }

    [Fact]
    public async Task Closed_and_deleted_children_block_nobody()
    {
        await _stage.PublishParentAsync(PerKind);
        var parent = await _stage.FileAndDeliverAsync(ThreeKinds);
        var children = await _stage.ChildrenOfAsync(parent);

        await _stage.CloseAsync(children[0].Id);
        await _stage.DeleteAsync(children[1].Id);
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));
        await _stage.CloseAsync(children[2].Id);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
    }

    [Fact]
    public async Task A_parent_that_does_not_wait_goes_on_at_once_and_its_children_stay()
    {
        await _stage.PublishParentAsync(PerKind with { Wait = ChildrenWait.None, EndWithParent = true });
        var parent = await _stage.FileAndDeliverAsync(ThreeKinds);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
        Assert.All(await _stage.ChildrenOfAsync(parent), child => Assert.False(child.IsOver));

        await _stage.CloseAsync(parent);
        Assert.All(await _stage.ChildrenOfAsync(parent), child => Assert.Equal(TicketStatus.Closed, child.Status));
    }

    [Fact]
    public async Task A_parent_with_nothing_to_start_goes_on()
    {
        await _stage.PublishParentAsync(PerKind);

        var parent = await _stage.FileAndDeliverAsync();

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
    }

    [Fact]
    public async Task Two_last_children_that_end_at_once_move_their_parent_once()
    {
        await _stage.PublishParentAsync(PerKind);

        for (var round = 0; round < 3; round++)
        {
            var parent = await _stage.FileAndDeliverAsync(ThreeKinds);
            await Task.WhenAll((await _stage.ChildrenOfAsync(parent)).Select(child => Task.Run(() => _stage.EndChildAsync(child.Id))));
            var messages = (await _stage.App.MessagesForAsync(Subscriptions.Children)).Where(message => !message.IsDead).ToArray();

            await Task.WhenAll(messages.Concat(messages).Select(message => Task.Run(() => _stage.App.Get<ChildrenListener>().HearAsync(message, CancellationToken.None))));
            await _stage.DeliverAsync();

            Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
            Assert.Equal(2, (await _stage.App.TicketAsync(parent)).VisitCount);
        }
    }

    [Fact]
    public async Task Children_of_an_old_visit_do_not_release_the_next_one()
    {
        await _stage.PublishParentAsync(PerKind with { Wait = ChildrenWait.Any });
        var parent = await _stage.FileAndDeliverAsync(ThreeKinds);
        var old = await _stage.ChildrenOfAsync(parent);
        await _stage.EndChildAndDeliverAsync(old[0].Id);
        await _stage.App.TakeAsync(parent, "gao", TransitionKind.Refuse);
        await _stage.DeliverAsync();
        Assert.Equal(6, (await _stage.ChildrenOfAsync(parent)).Count);

        await _stage.EndChildAndDeliverAsync(old[1].Id);
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));
        await _stage.EndChildAndDeliverAsync((await _stage.ChildrenOfAsync(parent))[5].Id);

        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
    }

    [Fact]
    public async Task Values_come_back_with_the_last_child_ahead()
    {
        await _stage.PublishParentAsync(PerKind with { Up = [new ValueMapping("answer", "result")] });
        var parent = await _stage.FileAndDeliverAsync(ThreeKinds);
        var children = await _stage.ChildrenOfAsync(parent);

        await _stage.EndChildAndDeliverAsync(children[2].Id);
        await _stage.EndChildAndDeliverAsync(children[1].Id, "two");
        await _stage.EndChildAndDeliverAsync(children[0].Id, "one");

        Assert.Equal(new FieldValue.Text("two"), (await _stage.App.TicketAsync(parent)).Values["result"]);
    }
}
