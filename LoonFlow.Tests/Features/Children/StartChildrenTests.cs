using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Children;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Children;

public sealed class StartChildrenTests : IAsyncLifetime
{
    private static readonly ChildrenSetting PerPerson = new()
    {
        Per = ChildrenPer.Person,
        Field = "people",
        ItemField = "who",
        Title = "VPN for {item}: {reason}",
        Down = [new ValueMapping("reason", "note")],
    };

    private static readonly (string, FieldValue) Two = ("people", new FieldValue.Texts(["wu", "gao"]));
    private static readonly (string, FieldValue) Reason = ("reason", new FieldValue.Text("new"));

    private ChildrenStage _stage = null!;

    public async Task InitializeAsync() => _stage = await ChildrenStage.StartAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task Each_person_gets_a_child_with_the_values_of_its_parent()
    {
        await _stage.PublishParentAsync(PerPerson);

        var parent = await _stage.FileAndDeliverAsync(Two, Reason);

        var children = await _stage.ChildrenOfAsync(parent);
        Assert.Equal(["wu", "gao"], children.Select(child => child.ChildKey));
        Assert.Equal([new FieldValue.Text("wu"), new FieldValue.Text("gao")], children.Select(child => child.Values["who"]));
        Assert.All(children, child => Assert.Equal(new FieldValue.Text("new"), child.Values["note"]));
        Assert.StartsWith("VPN for ", children[0].Title, StringComparison.Ordinal);
        Assert.EndsWith(": new", children[0].Title, StringComparison.Ordinal);
        Assert.All(children, child => Assert.Equal((ChildrenStage.Wait, 1), (child.ParentState, child.ParentVisit)));
        Assert.Equal((await _stage.App.PersonAsync("lin")).Id, children[0].Creator);
        Assert.Equal(AutomationStatus.Done, (await _stage.RunOfAsync(parent)).Status);
    }

    [Fact]
    public async Task Each_row_gets_a_child_and_equal_rows_share_one()
    {
        await _stage.PublishParentAsync(new ChildrenSetting { Per = ChildrenPer.Row, Field = "rows", ItemField = "note" });

        var parent = await _stage.FileAndDeliverAsync(("rows", new FieldValue.Text("laptop\n\n  phone \nlaptop\n")));

        Assert.Equal([new FieldValue.Text("laptop"), new FieldValue.Text("phone")], (await _stage.ChildrenOfAsync(parent)).Select(child => child.Values["note"]));
    }

    [Fact]
    public async Task A_start_that_is_told_again_files_nothing_twice()
    {
        await _stage.PublishParentAsync(PerPerson);
        var parent = await _stage.FileAsync(Two);
        var message = Assert.Single(await _stage.App.MessagesForAsync(Subscriptions.Children));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _stage.App.Get<ChildrenListener>().HearAsync(message, CancellationToken.None))));
        await _stage.DeliverAsync();

        Assert.Equal(2, (await _stage.ChildrenOfAsync(parent)).Count);
        Assert.Equal(AutomationStatus.Done, (await _stage.RunOfAsync(parent)).Status);
    }

    [Fact]
    public async Task Children_that_cannot_be_filed_are_told_on_the_parent_and_filed_when_the_cause_is_gone()
    {
        await _stage.PublishParentAsync(PerPerson);
        await _stage.PublishAsync(_stage.Child, await _stage.ChildDocumentAsync("title?", "who!", "note!"));
        var parent = await _stage.FileAndDeliverAsync(Two);

        var failed = await _stage.RunOfAsync(parent);
        Assert.Equal(AutomationStatus.Failed, failed.Status);
        Assert.Equal("children.not_filed", FailureReason.Read(failed.Message).Code);
        Assert.Equal([TicketRefusals.FormIncomplete.Code, "note"], FailureReason.Read(failed.Message).About.TakeLast(2));
        Assert.Empty(await _stage.ChildrenOfAsync(parent));

        await _stage.PublishAsync(_stage.Child, await _stage.ChildDocumentAsync());
        await _stage.RetryAsync(parent);

        Assert.Equal(2, (await _stage.ChildrenOfAsync(parent)).Count);
        Assert.Equal((2, AutomationStatus.Done), ((await _stage.RunOfAsync(parent)).Run, (await _stage.RunOfAsync(parent)).Status));
    }

    [Fact]
    public async Task A_second_try_goes_on_where_the_first_stopped()
    {
        await _stage.PublishParentAsync(PerPerson);
        var child = await _stage.ChildDocumentAsync();
        await _stage.PublishAsync(_stage.Child, child with { Limits = new CreationLimits { Open = new OpenLimit(1, LimitScope.Everyone) } });
        var parent = await _stage.FileAndDeliverAsync(Two);
        Assert.Equal(AutomationStatus.Failed, (await _stage.RunOfAsync(parent)).Status);
        var first = Assert.Single(await _stage.ChildrenOfAsync(parent));
        await _stage.EndChildAndDeliverAsync(first.Id);
        Assert.Equal(ChildrenStage.Wait, await _stage.StateOfAsync(parent));

        await _stage.RetryAsync(parent);

        var children = await _stage.ChildrenOfAsync(parent);
        Assert.Equal(2, children.Count);
        Assert.Equal(first.Id, children[0].Id);
        await _stage.EndChildAndDeliverAsync(children[1].Id);
        Assert.Equal(ChildrenStage.Review, await _stage.StateOfAsync(parent));
    }

    [Fact]
    public async Task Somebody_who_administers_files_when_whoever_asked_has_left()
    {
        await _stage.PublishParentAsync(PerPerson);
        var parent = await _stage.FileAsync(Two);
        await using (var db = await _stage.App.DbAsync())
        {
            (await db.Set<UserAccount>().SingleAsync(user => user.UserName == "lin")).IsActive = false;
            await db.SaveChangesAsync();
        }

        await _stage.DeliverAsync();

        var company = await _stage.App.CompanyAsync();
        Assert.All(await _stage.ChildrenOfAsync(parent), child => Assert.True(company.User(child.Creator)!.IsAdministrator));
        Assert.Equal(2, (await _stage.ChildrenOfAsync(parent)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_parent_that_is_over_ends_its_children_where_it_is_to(bool endsWithParent)
    {
        await _stage.PublishParentAsync(PerPerson with { EndWithParent = endsWithParent });
        var closed = await _stage.FileAndDeliverAsync(Two);
        var deleted = await _stage.FileAndDeliverAsync(Two);

        await _stage.CloseAsync(closed);
        await _stage.DeleteAsync(deleted);

        var children = (await _stage.ChildrenOfAsync(closed)).Concat(await _stage.ChildrenOfAsync(deleted)).ToArray();
        Assert.Equal(4, children.Length);
        Assert.All(children, child => Assert.Equal(endsWithParent, child.IsOver));

        if (endsWithParent)
        {
            var serial = (await _stage.App.TicketAsync(closed)).Serial;
            Assert.Contains((await _stage.HistoryAsync(children[0].Id)), entry => entry.Action is FlowLogAction.Closed && entry.Comment.Contains(serial, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_parent_that_leaves_in_any_way_ends_its_children()
    {
        await _stage.PublishParentAsync(PerPerson with { EndWithParent = true });
        var jumped = await _stage.FileAndDeliverAsync(Two);
        var withdrawn = await _stage.FileAndDeliverAsync(Two);

        await _stage.DecideAsync(jumped, situation => JumpRules.Jump(situation, ChildrenStage.Review, asked: null, "Enough"));
        await _stage.WithdrawAsync(withdrawn);

        Assert.All(await _stage.ChildrenOfAsync(jumped), child => Assert.Equal(TicketStatus.Closed, child.Status));
        Assert.All(await _stage.ChildrenOfAsync(withdrawn), child => Assert.Equal(TicketStatus.Closed, child.Status));
        Assert.Equal(TicketStatus.Withdrawn, (await _stage.App.TicketAsync(withdrawn)).Status);
    }

    [Fact]
    public async Task Nothing_is_started_for_a_parent_that_has_left_before()
    {
        await _stage.PublishParentAsync(PerPerson);
        var parent = await _stage.FileAsync(Two);

        await _stage.CloseAsync(parent);

        Assert.Empty(await _stage.ChildrenOfAsync(parent));
    }

    [Fact]
    public async Task Children_of_children_release_level_by_level()
    {
        await _stage.PublishParentAsync(new ChildrenSetting { EndWithParent = true });
        var middle = _stage.Parent;
        await _stage.PublishAboveAsync(new ChildrenSetting { Workflow = middle, EndWithParent = true });
        var top = await _stage.FileAndDeliverAsync();
        var second = Assert.Single(await _stage.ChildrenOfAsync(top));
        var third = Assert.Single(await _stage.ChildrenOfAsync(second.Id));

        await _stage.EndChildAndDeliverAsync(third.Id);
        await _stage.App.TakeAsync(second.Id, "gao", TransitionKind.Agree);
        await _stage.DeliverAsync();

        Assert.True((await _stage.App.TicketAsync(second.Id)).IsOver);
        Assert.NotEqual(TicketStatus.Closed, (await _stage.App.TicketAsync(second.Id)).Status);
        Assert.Equal(2, (await _stage.App.TicketAsync(top)).VisitCount);
    }

    [Fact]
    public async Task Whoever_ends_the_top_ends_all_levels()
    {
        await _stage.PublishParentAsync(new ChildrenSetting { EndWithParent = true });
        await _stage.PublishAboveAsync(new ChildrenSetting { Workflow = _stage.Parent, EndWithParent = true });
        var top = await _stage.FileAndDeliverAsync();
        var second = Assert.Single(await _stage.ChildrenOfAsync(top));
        var third = Assert.Single(await _stage.ChildrenOfAsync(second.Id));

        await _stage.CloseAsync(top);

        Assert.Equal(TicketStatus.Closed, (await _stage.App.TicketAsync(third.Id)).Status);
    }
}
