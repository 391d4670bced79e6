using System.Globalization;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>How people hear of things while they are looking elsewhere.</summary>
[Collection(SiteTests.Name)]
public sealed class NoticeScenarioTests(Site site)
{
    [Fact]
    public async Task The_open_page_of_whoever_must_act_counts_what_came_and_leads_to_it()
    {
        // Nobody else's scenario files anything that waits for Zheng, but the demo company's own day may have.
        var zheng = await site.VisitAsync();
        await zheng.SignInAsync("zheng");
        var count = zheng.Page.Locator(".notice-bell-count");
        await Assertions.Expect(zheng.Page.Locator(".notice-bell > button")).ToBeVisibleAsync();
        var before = await count.CountAsync() == 0 ? 0 : int.Parse(await count.InnerTextAsync(), CultureInfo.InvariantCulture);

        var jiang = await site.VisitAsync();
        await jiang.SignInAsync("jiang");
        var title = await jiang.FileLeaveAsync("Rings a bell", days: "1");

        await Assertions.Expect(count).ToHaveTextAsync($"{before + 1}");
        await zheng.Page.Locator(".notice-bell > button").ClickAsync();
        await zheng.Page.Locator("#notice-panel").GetByRole(AriaRole.Link).Filter(new() { HasText = title }).ClickAsync();

        await Assertions.Expect(zheng.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Assertions.Expect(zheng.Page.Locator("#notice-panel")).ToBeHiddenAsync();
        await (before == 0 ? Assertions.Expect(count).ToHaveCountAsync(0) : Assertions.Expect(count).ToHaveTextAsync($"{before}"));
    }

    [Fact]
    public async Task The_pages_of_notices_are_fit_for_everybody()
    {
        var sun = await site.VisitAsync(isPhone: true);
        await sun.SignInAsync("sun");

        foreach (var (path, heading) in (IEnumerable<(string, string)>)[("/notices", "Notices"), ("/account/notices", "Notification settings")])
        {
            await sun.OpenAsync(path, heading);
            await sun.Page.Locator(".notice-bell > button").ClickAsync();

            Assert.Empty(await sun.SeriousAxeViolationsAsync());
        }
    }
}
