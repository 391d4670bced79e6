using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>Somebody in front of a browser: the steps that scenarios are made of.</summary>
public sealed class BrowserVisitor(IPage page)
{
    /// <summary>The designer has more controls than any other page, and whoever tabs comes round again.</summary>
    private const int MostTabs = 200;

    public IPage Page => page;

    public async Task SignInAsync(string userName, string password = DemoCompany.Password)
    {
        await page.GotoAsync("/account/sign-in");
        await page.Locator("#user-name").FillAsync(userName);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("#password").PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
    }

    public async Task OpenAsync(string path, string heading)
    {
        await page.GotoAsync(path);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading }).First).ToBeVisibleAsync();
    }

    /// <summary>Opens the form of the workflow with this name, found in the catalogue.</summary>
    public async Task OpenNewAsync(string workflow)
    {
        await page.GotoAsync("/tickets/new");
        await page.GetByRole(AriaRole.Link).Filter(new() { Has = page.GetByText(workflow, new() { Exact = true }) }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#field-title")).ToBeVisibleAsync();
    }

    /// <summary>Fills in the demo company's leave form, submits it and lands on the ticket.</summary>
    public async Task<string> FileLeaveAsync(string title, string days)
    {
        await OpenNewAsync("Leave");

        return await FileLeaveOnThisPageAsync(title, days);
    }

    public async Task<string> FileLeaveOnThisPageAsync(string title, string days)
    {
        await page.Locator("#field-title").FillAsync(title);
        await page.GetByLabel("Annual").CheckAsync();
        await page.Locator("#field-leave-start").FillAsync("2026-03-09T09:00");
        await page.Locator("#field-leave-end").FillAsync("2026-03-10T18:00");
        await page.Locator("#field-leave-days").FillAsync(days);
        await page.Locator("#field-leave-proxy").FillAsync("gao");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.Locator("#field-leave-reason").FillAsync("A rest");
        await Button("Submit").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();

        return title;
    }

    public async Task OpenFromInboxAsync(string title)
    {
        await page.GotoAsync("/inbox");
        await Link(title).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until the focus is on it.</summary>
    public async Task TabToAsync(string selector)
    {
        await Assertions.Expect(page.Locator(selector).First).ToBeVisibleAsync();

        for (var presses = 0; presses < MostTabs; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not come to {selector}.");
    }

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name });

    public Task SeesAsync(string text) => Assertions.Expect(page.GetByText(text).Filter(new() { Visible = true }).First).ToBeVisibleAsync();

    /// <summary>What axe finds on the page as it is now, serious and critical only.</summary>
    public async Task<IReadOnlyList<string>> SeriousAxeViolationsAsync()
    {
        // As a script of the page it would be stopped by the content security policy.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Repository.PathOf("wwwroot-assets/node_modules/axe-core/axe.min.js")));

        // What is half below a bar that stays is no small target: it comes out when one scrolls.
        await page.EvaluateAsync("() => scrollTo(0, 0)");

        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations
                .filter(violation => ['serious', 'critical'].includes(violation.impact))
                .map(violation => `${violation.id}: ${violation.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)
            """);
    }
}
