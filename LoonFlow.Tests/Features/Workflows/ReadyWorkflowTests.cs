using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Exchange;
using LoonFlow.Web.Features.Workflows.Versions;
using LoonFlow.Web.Features.Workflows.Drafts;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class ReadyWorkflowTests
{
    [Fact]
    public async Task Each_is_published_in_the_demo_company_once_its_roles_are_mapped()
    {
        await using var app = await TestApp.StartAsync();
        var exchange = app.Get<WorkflowExchange>();
        var company = await app.CompanyAsync();
        var role = company.Roles.First(one => company.MembersOf(one.Id).Count > 0).Id.Value;
        var child = (await app.WorkflowAsync("Leave")).Workflow.Value;
        var failed = new List<string>();

        foreach (var ready in ReadyWorkflow.All)
        {
            var look = await exchange.LookAsync(ready.Text, default);
            var mapping = look.Unknown.ToDictionary(unknown => new ReferenceName(unknown.Kind, unknown.Name), unknown => (long?)(unknown.Kind is ReferenceKind.Role ? role : child));
            var document = await exchange.ReadAsync(ready.Text, mapping, default);

            if (document is null)
            {
                failed.Add($"{ready.Key}: {string.Join("; ", look.Problems)}");
                continue;
            }

            var started = await app.AsAsync("anqi", (StartWorkflowHandler handler, Actor actor) => handler.HandleAsync(new StartWorkflow(document), actor, default));
            var published = await app.AsAsync("anqi", (PublishDraftHandler handler, Actor actor) => handler.HandleAsync(new PublishDraft(started.Value, 1), actor, default));
            failed.AddRange((published.Refusal?.Fields ?? []).Select(problem => $"{ready.Key}: {problem.Message}"));
        }

        Assert.Equal(10, ReadyWorkflow.All.Count);
        Assert.Empty(failed);
    }

    [Fact]
    public void Each_reads_in_both_languages()
    {
        foreach (var ready in ReadyWorkflow.All)
        {
            var workflow = WorkflowFile.Open(ready.Text, out _)!;
            var captions = new[] { "states", "transitions", "fields" }.SelectMany(list => workflow[list]!.AsArray()).Select(part => part!["name"]!.AsObject());

            Assert.All(captions, caption => Assert.True(caption.ContainsKey("text") && caption.ContainsKey("english"), ready.Key));
            Assert.NotNull(ready.Name.English);
        }
    }
}
