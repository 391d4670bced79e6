using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Exchange;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class ExchangeTests : IAsyncLifetime
{
    private static readonly Dictionary<ReferenceName, long?> Nothing = [];

    private TestApp _app = null!;

    private WorkflowExchange Exchange => _app.Get<WorkflowExchange>();

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Every_workflow_of_the_demo_company_comes_back_as_the_same_text_and_can_be_published()
    {
        var person = await _app.PersonAsync("anqi");
        var company = await _app.Get<CompanyStore>().GetAsync(default);

        foreach (var workflow in (await _app.Get<WorkflowStore>().CatalogueAsync(default)).Values)
        {
            var (_, text) = (await Exchange.ExportAsync(workflow.Id, null, person, default))!.Value;
            var look = await Exchange.LookAsync(text, default);
            Assert.True(look.Problems is [] && look.Unknown is [], $"{workflow.Name}: {string.Join("; ", look.Problems)}{string.Join("; ", look.Unknown)}");

            var document = await Exchange.ReadAsync(text, Nothing, default);
            var started = await _app.AsAsync("anqi", (StartWorkflowHandler handler, Actor actor) => handler.HandleAsync(new StartWorkflow(document!), actor, default));
            var again = await Exchange.ExportAsync(started.Value, null, person, default);

            Assert.Equal(text, again!.Value.Text);
            var draft = (await _app.Get<DesignQueries>().FindAsync(started.Value, person, default))!.Document;
            Assert.DoesNotContain(PublishingRules.Problems(draft, company), problem => problem.Severity is ProblemSeverity.Error);
        }
    }

    [Fact]
    public async Task A_version_is_exported_for_those_who_administer_the_workflow_only()
    {
        var leave = await _app.WorkflowAsync("Leave");

        Assert.NotNull(await Exchange.ExportAsync(leave.Workflow, 1, await _app.PersonAsync("anqi"), default));
        Assert.Null(await Exchange.ExportAsync(leave.Workflow, 2, await _app.PersonAsync("anqi"), default));
        Assert.Null(await Exchange.ExportAsync(leave.Workflow, 1, await _app.PersonAsync("lin"), default));
    }
}
