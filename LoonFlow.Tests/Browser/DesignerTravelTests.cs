using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>One page shows all workflows that are designed: what belongs to one must not stay for the next.</summary>
[Collection(SiteTests.Name)]
public sealed class DesignerTravelTests(Site site)
{
    [Fact]
    public async Task From_one_workflow_straight_to_another_the_designer_begins_anew()
    {
        var one = await DrawingBoard.BeginAsync(site, Leave.Document with { Name = "One way" });
        var other = await DrawingBoard.BeginAsync(site, Leave.Document with { Name = "Another way" });
        var anqi = await site.VisitAsync();
        await anqi.SignInAsync("anqi");
        await anqi.Page.GotoAsync($"/workflows/{one.Value}/design");
        await Assertions.Expect(anqi.Page.Locator(".flow-canvas[data-ready]")).ToBeAttachedAsync();
        await anqi.Page.EvaluateAsync("() => { document.querySelector('.flow-canvas').markedByTest = true; document.querySelector('.designer').markedByTest = true; }");

        await GoAsync(anqi, other);
        await SeesNameAsync(anqi, "Another way");
        await Assertions.Expect(anqi.Page.Locator(".flow-canvas[data-ready]")).ToBeAttachedAsync();
        Assert.True(await anqi.Page.EvaluateAsync<bool>("() => !document.querySelector('.flow-canvas').markedByTest && !document.querySelector('.designer').markedByTest"));

        await GoAsync(anqi, new WorkflowId(999_999));
        await Assertions.Expect(anqi.Page.Locator(".designer")).ToHaveCountAsync(0);
        await SeesNameAsync(anqi, "There is no such workflow");

        await GoAsync(anqi, other, "/settings");
        await SeesNameAsync(anqi, "Another way");
        await anqi.Page.Locator("#workflow-name").FillAsync("A third way");
        await anqi.Page.Locator("#workflow-name").BlurAsync();
        await SeesNameAsync(anqi, "A third way");
        await Assertions.Expect(anqi.Page.Locator(".save-status")).ToContainTextAsync("Draft saved");
    }

    private static Task SeesNameAsync(BrowserVisitor designer, string name) =>
        Assertions.Expect(designer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);

    private static Task GoAsync(BrowserVisitor designer, WorkflowId workflow, string part = "") =>
        designer.Page.EvaluateAsync($"() => Blazor.navigateTo('/workflows/{workflow.Value}/design{part}')");
}
