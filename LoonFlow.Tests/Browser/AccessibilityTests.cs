using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>Every screen, in the looks that people choose, without serious findings of axe.</summary>
[Collection(SiteTests.Name)]
public sealed class AccessibilityTests(Site site)
{
    public static TheoryData<string, bool, bool> Looks => new()
    {
        { "en", false, false },
        { "zh-CN", false, true },
        { "zh-CN", true, false },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_screen_has_serious_violations(string language, bool isPhone, bool isDark)
    {
        var lin = await site.VisitAsync(language, isPhone, isDark);
        var found = new List<string>();

        await lin.Page.GotoAsync("/account/sign-in");
        await CheckAsync(lin, "sign-in", found);
        await lin.SignInAsync("gao");

        foreach (var path in (string[])["/inbox", "/inbox?tab=created", "/inbox?q=nothing-at-all", "/tickets/new", "/account/password", "/tickets/999999", "/nowhere"])
        {
            await lin.Page.GotoAsync(path);
            await Assertions.Expect(lin.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await CheckAsync(lin, path, found);
        }

        await lin.Page.GotoAsync("/tickets/new");
        await lin.Page.Locator("a[href^='/tickets/new/']").First.ClickAsync();
        await Assertions.Expect(lin.Page.Locator("#field-title")).ToBeVisibleAsync();
        await CheckAsync(lin, "new ticket", found);

        await lin.Page.GotoAsync("/inbox?tab=created");
        await lin.Page.Locator("[data-row]").First.ClickAsync();
        await Assertions.Expect(lin.Page.Locator("[data-canvas], [data-chart-toggle]").First).ToBeVisibleAsync();
        await CheckAsync(lin, "ticket", found);

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private static async Task CheckAsync(BrowserVisitor visitor, string screen, List<string> found) =>
        found.AddRange((await visitor.SeriousAxeViolationsAsync()).Select(violation => $"{screen}: {violation}"));
}
