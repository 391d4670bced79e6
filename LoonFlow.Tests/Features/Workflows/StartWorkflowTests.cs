using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Catalogue;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Drafts;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class StartWorkflowTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_new_workflow_is_a_draft_that_nobody_can_file()
    {
        var id = (await StartAsync("anqi", BlankWorkflow.Named("Trips"))).Value;

        var line = await LineAsync("anqi", id);

        Assert.Equal((null, true), (line.Number, line.HasChanges));
        Assert.Null(await _app.Get<WorkflowStore>().PublishedAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task The_list_says_whether_the_draft_says_more_than_what_is_published()
    {
        var leave = await _app.WorkflowAsync("Leave");
        Assert.False((await LineAsync("anqi", leave.Workflow)).HasChanges);

        await SaveAsync(leave.Workflow, 0, leave.Document, leave.Document with { Icon = "sunny" });
        Assert.True((await LineAsync("anqi", leave.Workflow)).HasChanges);

        await SaveAsync(leave.Workflow, 1, leave.Document with { Icon = "sunny" }, leave.Document);
        Assert.False((await LineAsync("anqi", leave.Workflow)).HasChanges);
    }

    [Fact]
    public async Task Two_that_begin_alike_share_no_id()
    {
        var one = (await StartAsync("anqi", BlankWorkflow.Named("One"))).Value;
        var other = (await StartAsync("anqi", BlankWorkflow.Named("Other"))).Value;

        var (ones, others) = (await DesignAsync("anqi", one), await DesignAsync("anqi", other));

        Assert.Empty(ones!.Document.States.Select(state => state.Id).Intersect(others!.Document.States.Select(state => state.Id)));
    }

    [Fact]
    public async Task Only_administrators_of_the_installation_begin_one()
    {
        var refused = await StartAsync("lin", BlankWorkflow.Named("Trips"));

        Assert.Equal(WorkflowRefusals.NotYoursToAdd.Code, refused.Refusal?.Code);
        Assert.DoesNotContain((await _app.Get<WorkflowStore>().CatalogueAsync(CancellationToken.None)).Values, workflow => workflow.Name.Text == "Trips");
    }

    [Theory]
    [InlineData("", "workflow.name_missing")]
    [InlineData(null, "workflow.caption_too_long")]
    public async Task A_workflow_has_a_name_of_a_readable_length(string? name, string code)
    {
        var refused = await StartAsync("anqi", BlankWorkflow.Named(name ?? new string('x', Caption.MaxLength + 1)));

        Assert.Equal([("name", code)], refused.Refusal!.Fields.Select(field => (field.Key, field.Code)));
    }

    [Fact]
    public async Task A_symbol_that_the_catalogue_has_no_room_for_is_refused()
    {
        var refused = await StartAsync("anqi", BlankWorkflow.Named("Trips") with { Icon = new string('x', WorkflowDocument.MaxIconLength + 1) });

        Assert.Equal([("icon", "workflow.icon_too_long")], refused.Refusal!.Fields.Select(field => (field.Key, field.Code)));
        Assert.Null((await StartAsync("anqi", BlankWorkflow.Named("Trips") with { Icon = "a\0b" })).Refusal);
    }

    [Fact]
    public async Task Nobody_designs_what_they_do_not_administer()
    {
        var id = (await StartAsync("anqi", BlankWorkflow.Named("Trips"))).Value;

        Assert.Null(await DesignAsync("lin", id));
        Assert.Null(await DesignAsync("anqi", new WorkflowId(999_999)));
        Assert.False(await _app.Get<DesignedWorkflows>().AnyAsync(await _app.PersonAsync("lin"), CancellationToken.None));
    }

    private Task<Result<WorkflowId>> StartAsync(string who, WorkflowDocument document) =>
        _app.AsAsync(who, (StartWorkflowHandler handler, Actor person) => handler.HandleAsync(new StartWorkflow(document), person, CancellationToken.None));

    private async Task SaveAsync(WorkflowId id, int revision, WorkflowDocument before, WorkflowDocument after) =>
        Assert.Null((await _app.AsAsync("anqi", (SaveDraftHandler handler, Actor person) => handler.HandleAsync(new SaveDraft(id, revision, before, after), person, CancellationToken.None))).Refusal);

    private async Task<DesignedWorkflow> LineAsync(string who, WorkflowId id) =>
        (await _app.Get<DesignedWorkflows>().AllAsync(await _app.PersonAsync(who), CancellationToken.None)).Single(line => line.Workflow.Id == id);

    private async Task<DesignView?> DesignAsync(string who, WorkflowId id) =>
        await _app.Get<DesignQueries>().FindAsync(id, await _app.PersonAsync(who), CancellationToken.None);
}
