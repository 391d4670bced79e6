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

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_screen_of_administrators_or_of_notices_has_serious_violations(string language, bool isPhone, bool isDark)
    {
        var found = new List<string>();
        var anqi = await site.VisitAsync(language, isPhone, isDark);
        await anqi.SignInAsync("anqi");

        foreach (var path in (string[])
            [
                "/settings", "/settings/deliveries", "/settings/deliveries?state=failed", "/settings/channels", "/settings/channels?channel=new", "/settings/scripts",
                "/settings/scripts/new", "/settings/secrets", "/settings/calendars", "/settings/calendars/new",
                "/settings/applications", "/settings/applications?q=nothing-at-all", "/settings/applications/new", "/account/tokens", "/account/tokens?new=true",
            ])
        {
            await ShowAsync(anqi, path);
            await CheckAsync(anqi, path, found);
        }

        // What is missing is said at the field; red on a ground of its own has contrasts of its own.
        await ShowAsync(anqi, "/settings/scripts/new");
        await anqi.Page.Locator("main form [type=submit]").ClickAsync();
        await Assertions.Expect(anqi.Page.Locator(".lf-field-error").First).ToBeVisibleAsync();
        await Assertions.Expect(anqi.Page.Locator("#name")).ToBeFocusedAsync();
        await anqi.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await CheckAsync(anqi, "new script with errors", found);

        await CheckApplicationAsync(anqi, $"axe-{language}-{isPhone}", found);
        await CheckTokenAsync(anqi, found);

        await anqi.Page.GotoAsync("/tickets/new");
        await anqi.Page.Locator("a[href^='/workflows/']").Last.ClickAsync();
        await Assertions.Expect(anqi.Page.Locator("[data-canvas] svg").First).ToBeVisibleAsync();
        await CheckAsync(anqi, "workflow", found);

        var wu = await site.VisitAsync(language, isPhone, isDark);
        await wu.SignInAsync("wu");

        foreach (var path in (string[])["/notices", "/notices?unread=true", "/account/notices", "/settings"])
        {
            await ShowAsync(wu, path);
            await CheckAsync(wu, path, found);
        }

        await wu.Page.Locator("[popovertarget='notice-panel']").ClickAsync();
        await Assertions.Expect(wu.Page.Locator("#notice-panel a").First).ToBeVisibleAsync();
        await CheckAsync(wu, "bell", found);

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private static async Task CheckApplicationAsync(BrowserVisitor visitor, string name, List<string> found)
    {
        await ShowAsync(visitor, "/settings/applications/new");
        await visitor.Page.Locator("#app_name").FillAsync(name);
        await visitor.Page.Locator("#acts-chosen").CheckAsync();
        await visitor.Page.Locator("#addresses").FillAsync("nowhere");
        await visitor.Page.Locator("main form [type=submit]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#addresses-error")).ToBeVisibleAsync();
        await CheckAsync(visitor, "new application with errors", found);
        await visitor.Page.Locator("#addresses").FillAsync("10.0.0.0/8");
        await visitor.Page.Locator("main form [type=submit]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-copy]")).ToBeVisibleAsync();
        await CheckAsync(visitor, "new secret", found);
        await visitor.Page.Locator("[data-cancel]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".secret")).ToBeVisibleAsync();
        await CheckAsync(visitor, "application", found);
        await visitor.Page.Locator("[data-make=Signing]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#secret-until")).ToBeVisibleAsync();
        await CheckAsync(visitor, "another secret", found);
    }

    private static async Task CheckTokenAsync(BrowserVisitor visitor, List<string> found)
    {
        await ShowAsync(visitor, "/account/tokens?new=true");
        await visitor.Page.Locator("main form [type=submit]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#token-name-error")).ToBeVisibleAsync();
        await CheckAsync(visitor, "new token with errors", found);
        await visitor.Page.Locator("#token-name").FillAsync("Report");
        await visitor.Page.Locator("main form [type=submit]").ClickAsync();
        await visitor.Page.Locator("[data-cancel]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".token").First).ToBeVisibleAsync();
        await CheckAsync(visitor, "tokens", found);
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

    private static async Task ShowAsync(BrowserVisitor visitor, string path)
    {
        await visitor.Page.GotoAsync(path);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("main .lf-skeleton")).ToHaveCountAsync(0);
    }

    private static async Task CheckAsync(BrowserVisitor visitor, string screen, List<string> found)
    {
        found.AddRange((await visitor.SeriousAxeViolationsAsync()).Select(violation => $"{screen}: {violation}"));

        if (await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            found.Add($"{screen}: scrolls sideways");
        }
    }
}
