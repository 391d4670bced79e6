using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Versions;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Workflows.Designer;

public sealed class DraftAutosaveTests : IAsyncLifetime
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(1);

    private TestApp _app = null!;
    private WorkflowId _leave;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _leave = (await _app.WorkflowAsync("Leave")).Workflow;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task An_edit_is_written_a_moment_later()
    {
        var anqi = await OpenAsync();

        anqi.Session.Edit("Name", document => document with { Name = "Holiday" });
        Assert.Equal(SaveState.Waiting, anqi.Autosave.State);
        await WaitAsync(anqi);

        Assert.Equal((SaveState.Saved, "Holiday"), (anqi.Autosave.State, (await StoredAsync()).Name.Text));
    }

    [Fact]
    public async Task Looking_writes_nothing()
    {
        var anqi = await OpenAsync();

        anqi.Session.Select(DesignerSelection.Of(anqi.Session.Document.States[0].Id));
        _app.Clock.Advance(AMoment);
        await anqi.Autosave.DisposeAsync();

        Assert.Equal(0, (await ViewAsync()).Revision);
    }

    [Fact]
    public async Task What_two_designers_edit_apart_is_in_both_of_their_hands()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());

        one.Session.Edit("Name", document => document with { Name = "Holiday" });
        other.Session.Edit("Icon", document => document with { Icon = "sunny" });
        await one.Autosave.SaveAsync();
        await other.Autosave.SaveAsync();
        await one.Autosave.FollowAsync();

        Assert.Equal(("Holiday", "sunny"), Said(other.Session.Document));
        Assert.Equal(("Holiday", "sunny"), Said(one.Session.Document));
        Assert.Equal(("Holiday", "sunny"), Said(await StoredAsync()));
    }

    [Fact]
    public async Task Undoing_afterwards_takes_back_ones_own_edit_only()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        var name = one.Session.Document.Name.Text;

        one.Session.Edit("Name", document => document with { Name = "Holiday" });
        await one.Autosave.SaveAsync();
        other.Session.Edit("Icon", document => document with { Icon = "sunny" });
        await other.Autosave.SaveAsync();
        await one.Autosave.FollowAsync();
        one.Session.Undo();

        Assert.Equal((name, "sunny"), Said(one.Session.Document));
    }

    [Fact]
    public async Task Where_both_edited_the_same_it_asks_and_loses_nothing()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        one.Session.Edit("Name", document => document with { Name = "Holiday" });
        await one.Autosave.SaveAsync();

        other.Session.Edit("Name", document => document with { Name = "Vacation" });
        other.Session.Edit("Icon", document => document with { Icon = "sunny" });
        await other.Autosave.SaveAsync();

        var conflict = Assert.Single(other.Autosave.Conflict!.Conflicts);
        Assert.Equal(SaveState.Refused, other.Autosave.State);
        Assert.Equal("Holiday", (await StoredAsync()).Name.Text);

        await other.Autosave.ResolveAsync(DocumentMerge.Resolve(other.Autosave.Conflict, new HashSet<MergePlace> { conflict.Place }));

        Assert.Equal((SaveState.Saved, null), (other.Autosave.State, other.Autosave.Conflict));
        Assert.Equal(("Holiday", "sunny"), Said(await StoredAsync()));
        Assert.Equal(("Holiday", "sunny"), Said(other.Session.Document));
    }

    [Fact]
    public async Task While_a_contradiction_waits_for_its_answer_nothing_of_the_others_is_written_over()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        one.Session.Edit("Name", document => document with { Name = "Holiday" });
        await one.Autosave.SaveAsync();
        other.Session.Edit("Name", document => document with { Name = "Vacation" });
        await other.Autosave.SaveAsync();

        one.Session.Edit("Icon", document => document with { Icon = "sunny" });
        await one.Autosave.SaveAsync();
        await other.Autosave.FollowAsync();

        Assert.NotNull(other.Autosave.Conflict);
        Assert.Equal(("Holiday", "sunny"), Said(await StoredAsync()));
    }

    [Fact]
    public async Task Who_goes_without_an_answer_loses_only_what_contradicts_the_others()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        one.Session.Edit("Name", document => document with { Name = "Holiday" });
        await one.Autosave.SaveAsync();
        other.Session.Edit("Name", document => document with { Name = "Vacation" });
        other.Session.Edit("Icon", document => document with { Icon = "sunny" });
        await other.Autosave.SaveAsync();

        await other.Autosave.DisposeAsync();

        Assert.Equal(("Holiday", "sunny"), Said(await StoredAsync()));
    }

    [Fact]
    public async Task What_was_not_written_yet_is_written_when_the_page_closes()
    {
        var anqi = await OpenAsync();

        anqi.Session.Edit("Name", document => document with { Name = "Holiday" });
        await anqi.Autosave.DisposeAsync();

        Assert.Equal("Holiday", (await StoredAsync()).Name.Text);
    }

    [Fact]
    public async Task A_refusal_is_told_and_tried_again_when_asked()
    {
        var anqi = await OpenAsync();
        await _app.AsAsync("anqi", (ArchiveWorkflowHandler handler, Actor person) =>
            handler.HandleAsync(new ArchiveWorkflow(_leave, IsArchived: true), person, CancellationToken.None));

        anqi.Session.Edit("Name", document => document with { Name = "Holiday" });
        await anqi.Autosave.SaveAsync();

        Assert.Equal((SaveState.Refused, WorkflowRefusals.IsArchived.Code), (anqi.Autosave.State, anqi.Autosave.Refusal?.Code));
    }

    [Fact]
    public async Task While_the_database_is_away_nothing_drawn_is_lost()
    {
        var anqi = await OpenAsync();
        anqi.Session.Edit("Name", document => document with { Name = "Holiday" });

        await ExecuteAsync("ALTER TABLE workflow_draft RENAME TO away");
        await anqi.Autosave.SaveAsync();
        Assert.Equal((SaveState.Refused, "Holiday"), (anqi.Autosave.State, anqi.Session.Document.Name.Text));

        // Nobody has to press anything: it is tried again by itself.
        await ExecuteAsync("ALTER TABLE away RENAME TO workflow_draft");
        _app.Clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.TrueAsync(() => anqi.Autosave.State is SaveState.Saved);
        Assert.Equal((SaveState.Saved, "Holiday"), (anqi.Autosave.State, (await StoredAsync()).Name.Text));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = await _app.DbAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private static (string Name, string Icon) Said(WorkflowDocument document) => (document.Name.Text, document.Icon);

    private async Task WaitAsync((DesignerSession Session, DraftAutosave Autosave) designer)
    {
        _app.Clock.Advance(AMoment);
        await Eventually.TrueAsync(() => designer.Autosave.State is SaveState.Saved);
    }

    private async Task<(DesignerSession Session, DraftAutosave Autosave)> OpenAsync()
    {
        var view = await ViewAsync();
        var session = new DesignerSession(view.Workflow, view.Document, view.Known, await _app.PersonAsync("anqi"), _app.Get<DesignQueries>().TakeIdsAsync);

        return (session, new DraftAutosave(_app.UseCases, _app.Clock, session, view.Revision, work => work()));
    }

    private async Task<DesignView> ViewAsync() => (await _app.Get<DesignQueries>().FindAsync(_leave, await _app.PersonAsync("anqi"), CancellationToken.None))!;

    private async Task<WorkflowDocument> StoredAsync() => (await ViewAsync()).Document;
}
