using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>Every part of the designer, in the looks that people choose, without serious findings of axe.</summary>
[Collection(SiteTests.Name)]
public sealed class DesignerAccessibilityTests(Site site)
{
    [Theory]
    [MemberData(nameof(AccessibilityTests.Looks), MemberType = typeof(AccessibilityTests))]
    public async Task No_part_of_the_designer_has_serious_violations(string language, bool isPhone, bool isDark)
    {
        var found = new List<string>();
        var anqi = await site.VisitAsync(language, isPhone, isDark);
        await anqi.SignInAsync("anqi");

        foreach (var path in (string[])["/workflows", "/workflows?q=nothing-at-all", "/workflows/new", "/workflows/import", "/workflows/import?ready=purchase", "/workflows/999999/design"])
        {
            await ShowAsync(anqi, path);
            await CheckAsync(anqi, path, found);
        }

        await ShowAsync(anqi, "/workflows");
        var design = await anqi.Page.Locator("a[href$='/design']").First.GetAttributeAsync("href");

        foreach (var part in (string[])["", "/form", "/settings", "/try", "/versions"])
        {
            await ShowAsync(anqi, design + part);
            await CheckAsync(anqi, $"designer{part}", found);
        }

        await anqi.Page.Locator(".designer-problems-button").ClickAsync();
        await Assertions.Expect(anqi.Page.Locator(".problem-list")).ToBeVisibleAsync();
        await CheckAsync(anqi, "problems", found);
        await anqi.Page.Locator("[data-publish]").ClickAsync();
        await Assertions.Expect(anqi.Page.Locator("dialog")).ToBeVisibleAsync();
        await CheckAsync(anqi, "publish", found);

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private static async Task ShowAsync(BrowserVisitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("main .lf-skeleton")).ToHaveCountAsync(0);
    }

    private static async Task CheckAsync(BrowserVisitor visitor, string screen, List<string> found) =>
        found.AddRange((await visitor.SeriousAxeViolationsAsync()).Select(violation => $"{screen}: {violation}"));
}
