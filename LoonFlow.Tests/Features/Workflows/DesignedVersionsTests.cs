using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Versions;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class DesignedVersionsTests : IAsyncLifetime
{
    private const string Admin = "anqi";

    private TestApp _app = null!;
    private WorkflowId _leave;
    private WorkflowDocument _published = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        var version = await _app.WorkflowAsync("Leave");
        (_leave, _published) = (version.Workflow, version.Document);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_saved_draft_is_kept_and_not_published()
    {
        var saved = await SaveAsync(0, _published, _published with { Name = "Holiday" });

        Assert.Equal(1, saved.Revision);
        Assert.Equal("Holiday", (await DraftAsync()).Name.Text);
        Assert.Equal(_published.Name, (await CurrentAsync()).Name);
    }

    [Fact]
    public async Task What_two_designers_changed_is_merged()
    {
        await SaveAsync(0, _published, _published with { Name = "Holiday" });

        var saved = await SaveAsync(0, _published, _published with { Icon = "sunny" });

        Assert.Equal((2, 0), (saved.Revision, saved.Conflicts.Count));
        Assert.Equal(("Holiday", "sunny"), ((await DraftAsync()).Name.Text, saved.Document.Icon));
    }

    [Fact]
    public async Task A_contradiction_is_told_and_nothing_written_until_it_is_resolved()
    {
        await SaveAsync(0, _published, _published with { Name = "Holiday" });

        var told = await SaveAsync(0, _published, _published with { Name = "Vacation", Icon = "sunny" });

        Assert.Equal(("Vacation", "Holiday"), (((Caption)told.Conflicts.Single().Mine!).Text, (await DraftAsync()).Name.Text));

        var resolved = DocumentMerge.Resolve(told.Outcome!, told.Conflicts.Select(conflict => conflict.Place).ToHashSet());
        var saved = await SaveAsync(told.Revision, told.Stored, resolved);

        Assert.Equal((2, "Holiday", "sunny"), (saved.Revision, (await DraftAsync()).Name.Text, (await DraftAsync()).Icon));
    }

    [Fact]
    public async Task Saving_what_is_stored_writes_nothing()
    {
        await SaveAsync(0, _published, _published with { Name = "Holiday" });

        Assert.Equal(1, (await SaveAsync(1, _published, _published with { Name = "Holiday" })).Revision);
    }

    [Fact]
    public async Task Two_designers_who_save_at_once_both_have_their_way()
    {
        var saved = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(number => SaveAsync(0, _published, _published with { Notes = [new CanvasNote(new NoteId(9_000 + number), "x", new Position(1, 1))] })));

        Assert.All(saved, one => Assert.Empty(one.Conflicts));
        Assert.Equal(6, (await DraftAsync()).Notes.Count);
    }

    [Fact]
    public async Task A_draft_is_published_with_its_note_as_its_designer_saw_it()
    {
        await SaveAsync(0, _published, _published with { Name = "Holiday" });

        var stale = await PublishAsync(0, "Renamed");
        var published = await PublishAsync(1, " Renamed ");
        var again = await PublishAsync(1, "Again");

        Assert.Equal(WorkflowRefusals.ChangedMeanwhile, stale.Refusal);
        Assert.Equal("Holiday", (await CurrentAsync()).Name.Text);
        Assert.Equal("Renamed", (await VersionsAsync())[^1].Note);
        Assert.True(published.Succeeded);
        Assert.Equal(WorkflowRefusals.NothingToPublish, again.Refusal);
    }

    [Fact]
    public async Task A_draft_with_errors_or_an_endless_note_is_not_published()
    {
        await SaveAsync(0, _published, _published with { States = [.. _published.States.Where(state => state.Kind is not StateKind.End)] });

        var broken = await PublishAsync(1, string.Empty);
        var endless = await PublishAsync(1, new string('x', 1_001));

        Assert.Equal(WorkflowRefusals.NotPublishable.Code, broken.Refusal!.Code);
        Assert.NotEmpty(broken.Refusal.Fields);
        Assert.Equal(WorkflowRefusals.NoteTooLong.Code, endless.Refusal!.Code);
        Assert.Single(await VersionsAsync());
    }

    [Fact]
    public async Task Rolling_back_publishes_the_old_again_and_keeps_what_is_being_edited()
    {
        await SaveAsync(0, _published, _published with { Name = "Holiday" });
        await PublishAsync(1, "Renamed");
        await SaveAsync(1, _published with { Name = "Holiday" }, _published with { Name = "Holiday", Icon = "sunny" });

        var back = await _app.AsAsync(Admin, (RollBackHandler handler, Actor actor) => handler.HandleAsync(new RollBack(_leave, 1, "As before"), actor, default));

        Assert.True(back.Succeeded);
        Assert.Equal((3, "As before"), ((await VersionsAsync())[^1].Number, (await VersionsAsync())[^1].Note));
        Assert.Equal(_published.Name, (await CurrentAsync()).Name);
        Assert.Equal((_published.Name, "sunny"), ((await DraftAsync()).Name, (await DraftAsync()).Icon));
    }

    [Fact]
    public async Task A_discarded_draft_says_what_is_published()
    {
        await SaveAsync(0, _published, _published with { Name = "Holiday" });

        var discarded = await DiscardAsync(1);
        var again = await DiscardAsync(2);

        Assert.Equal(2, discarded.Value.Revision);
        Assert.Equal(_published.Name, (await DraftAsync()).Name);
        Assert.Equal(WorkflowRefusals.NothingToDiscard, again.Refusal);
    }

    [Fact]
    public async Task What_is_archived_takes_no_tickets_and_no_edits_until_it_comes_back()
    {
        await ArchiveAsync(true);

        Assert.Null(await _app.Get<WorkflowStore>().PublishedAsync(_leave, default));
        Assert.Equal(WorkflowRefusals.IsArchived, (await TrySaveAsync(0, _published, _published with { Name = "Holiday" })).Refusal);

        await ArchiveAsync(false);

        Assert.NotNull(await _app.Get<WorkflowStore>().PublishedAsync(_leave, default));
    }

    [Fact]
    public async Task Whoever_does_not_administer_a_workflow_changes_nothing()
    {
        var refused = await _app.AsAsync("lin", (SaveDraftHandler handler, Actor actor) =>
            handler.HandleAsync(new SaveDraft(_leave, 0, _published, _published with { Name = "Mine" }), actor, default));

        Assert.Equal(WorkflowRefusals.UnknownWorkflow, refused.Refusal);
    }

    [Fact]
    public async Task Whoever_has_the_designer_open_does_not_undo_a_way_back_without_knowing()
    {
        await SaveAsync(0, _published, _published with { Name = "Holiday" });
        await PublishAsync(1, "Renamed");
        var opened = await CurrentAsync();

        await _app.AsAsync(Admin, (RollBackHandler handler, Actor actor) => handler.HandleAsync(new RollBack(_leave, 1, "As before"), actor, default));
        var saved = await SaveAsync(1, opened, opened with { Icon = "sunny" });

        Assert.Equal((_published.Name, "sunny"), (saved.Document.Name, saved.Document.Icon));
    }

    private async Task<DraftSaved> SaveAsync(int revision, WorkflowDocument @base, WorkflowDocument document) => (await TrySaveAsync(revision, @base, document)).Value;

    private Task<Result<DraftSaved>> TrySaveAsync(int revision, WorkflowDocument @base, WorkflowDocument document) => _app.AsAsync(
        Admin, (SaveDraftHandler handler, Actor actor) => handler.HandleAsync(new SaveDraft(_leave, revision, @base, document), actor, default));

    private Task<Result<VersionId>> PublishAsync(int revision, string note) => _app.AsAsync(
        Admin, (PublishDraftHandler handler, Actor actor) => handler.HandleAsync(new PublishDraft(_leave, revision, note), actor, default));

    private Task<Result<DraftSaved>> DiscardAsync(int revision) => _app.AsAsync(
        Admin, (DiscardDraftHandler handler, Actor actor) => handler.HandleAsync(new DiscardDraft(_leave, revision), actor, default));

    private Task<Result<SavedDraft>> ArchiveAsync(bool isArchived) => _app.AsAsync(
        Admin, (ArchiveWorkflowHandler handler, Actor actor) => handler.HandleAsync(new ArchiveWorkflow(_leave, isArchived), actor, default));

    private async Task<WorkflowDocument> DraftAsync()
    {
        await using var db = await _app.DbAsync();

        return (await db.WorkflowDrafts.SingleAsync(draft => draft.Workflow == _leave)).Document;
    }

    private async Task<WorkflowDocument> CurrentAsync() => (await _app.Get<WorkflowStore>().PublishedAsync(_leave, default))!.Document;

    private async Task<IReadOnlyList<Web.Data.Rows.WorkflowVersionRow>> VersionsAsync()
    {
        await using var db = await _app.DbAsync();

        return await db.WorkflowVersions.Where(version => version.Workflow == _leave).OrderBy(version => version.Number).ToListAsync();
    }
}
