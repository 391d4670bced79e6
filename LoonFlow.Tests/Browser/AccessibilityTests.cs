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
        await lin.Page.Locator(".inbox-list [data-row]").First.ClickAsync();
        await Assertions.Expect(lin.Page.Locator("[data-canvas], [data-chart-toggle]").First).ToBeVisibleAsync();
        await CheckAsync(lin, "ticket", found);

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_ticket_in_branches_in_a_vote_or_waiting_for_children_has_serious_violations(string language, bool isPhone, bool isDark)
    {
        var found = new List<string>();

        var jiang = await OpenAsync("jiang", "会员中心 2.4", language, isPhone, isDark);
        await Assertions.Expect(jiang.Page.Locator(".fork-way")).ToHaveCountAsync(3);
        await CheckAsync(jiang, "branches", found);

        var zhao = await OpenAsync("zhao", "支付网关升级", language, isPhone, isDark);
        await Assertions.Expect(zhao.Page.Locator("[data-seat]")).ToHaveCountAsync(5);
        await CheckAsync(zhao, "vote", found);
        await zhao.Page.Locator("[data-action=return]").ClickAsync();
        await zhao.Page.Locator("dialog .lf-button--primary").ClickAsync();
        await Assertions.Expect(zhao.Page.Locator("dialog .lf-field-error")).ToBeVisibleAsync();
        await CheckAsync(zhao, "return", found);

        var tang = await OpenAsync("tang", "新同事入职", language, isPhone, isDark);
        await Assertions.Expect(tang.Page.Locator("[data-children] li")).ToHaveCountAsync(2);
        await CheckAsync(tang, "children", found);

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private async Task<BrowserVisitor> OpenAsync(string userName, string title, string language, bool isPhone, bool isDark)
    {
        var visitor = await site.VisitAsync(language, isPhone, isDark);
        await visitor.SignInAsync(userName);
        await visitor.Page.GotoAsync($"/inbox?tab=related&q={Uri.EscapeDataString(title)}");
        await visitor.Page.Locator(".inbox-list [data-row]").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".stay").First).ToBeVisibleAsync();

        return visitor;
    }

    private static async Task CheckAsync(BrowserVisitor visitor, string screen, List<string> found) =>
        found.AddRange((await visitor.SeriousAxeViolationsAsync()).Select(violation => $"{screen}: {violation}"));
}
