using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>From "new workflow" to the first ticket.</summary>
[Collection(SiteTests.Name)]
public sealed class DesignerScenarioTests(Site site)
{
    [Fact]
    public async Task A_copy_is_tried_kept_changed_and_published()
    {
        var anqi = await site.VisitAsync();
        await anqi.SignInAsync("anqi");
        await anqi.OpenAsync("/workflows", "Workflows");
        // Others draw leaves of their own meanwhile; the company's stands under a heading.
        await anqi.Page.Locator(".workflow-line").Filter(new() { HasText = "People" }).Filter(new() { HasText = "Leave" }).First
            .GetByRole(AriaRole.Link, new() { Name = "Copy of Leave" }).ClickAsync();
        await Assertions.Expect(anqi.Page.Locator("#name")).ToHaveValueAsync("Copy of Leave");
        await anqi.Page.Locator("#name").FillAsync("Short leave");
        await anqi.Button("Start designing").ClickAsync();
        await Assertions.Expect(anqi.Page.GetByRole(AriaRole.Heading, new() { Name = "Short leave" })).ToBeVisibleAsync();

        await anqi.Link("Try it").ClickAsync();
        await FileTrialAsync(anqi);
        await Assertions.Expect(anqi.Page.GetByRole(AriaRole.Heading, new() { Name = "Leader approval" })).ToBeVisibleAsync();
        await anqi.Button("Agree").ClickAsync();
        await Assertions.Expect(anqi.Page.GetByRole(AriaRole.Heading, new() { Name = "Director approval" })).ToBeVisibleAsync();
        await anqi.Page.Locator("#trial-name").FillAsync("Four days");
        await anqi.Button("Keep").ClickAsync();
        await Assertions.Expect(anqi.Page.Locator(".kept-trials")).ToContainTextAsync("As it went");
        await Assertions.Expect(anqi.Page.Locator(".save-status")).ToContainTextAsync("Draft saved");

        await anqi.Button("Publish").ClickAsync();
        await anqi.Page.Locator("#publish-note").FillAsync("The first one");
        await anqi.Page.Locator("dialog .lf-button--primary").ClickAsync();
        await anqi.SeesAsync("Version 1 is published.");

        var lin = await site.VisitAsync();
        await lin.SignInAsync("lin");
        await lin.OpenNewAsync("Short leave");
        await lin.FileLeaveOnThisPageAsync("A short one", "1");
    }

    private static async Task FileTrialAsync(BrowserVisitor anqi)
    {
        await anqi.Page.Locator("#trial-by").FillAsync("lin");
        await anqi.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await anqi.Page.Locator("#trial-new-title").FillAsync("Trip");
        await anqi.Page.GetByLabel("Annual").CheckAsync();
        await anqi.Page.Locator("#trial-new-leave-start").FillAsync("2026-03-09T09:00");
        await anqi.Page.Locator("#trial-new-leave-end").FillAsync("2026-03-13T18:00");
        await anqi.Page.Locator("#trial-new-leave-days").FillAsync("4");
        await anqi.Page.Locator("#trial-new-leave-proxy").FillAsync("gao");
        await anqi.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await anqi.Page.Locator("#trial-new-leave-reason").FillAsync("A rest");
        await anqi.Button("Submit").ClickAsync();
    }
}
