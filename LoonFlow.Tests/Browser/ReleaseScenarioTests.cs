using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>A release from its filing to its end: reviews side by side, a vote, a return that comes straight back.</summary>
[Collection(SiteTests.Name)]
public sealed class ReleaseScenarioTests(Site site)
{
    [Fact]
    public async Task A_release_is_reviewed_side_by_side_voted_on_returned_and_carried_out()
    {
        var lin = await AsAsync("lin");
        var title = await FileAsync(lin);
        var wu = await DecideAsync("wu", title, "Agree");

        await lin.SeesAsync("0 of 3 branches are done; all are needed; one refusal ends the others");
        await DecideAsync("gao", title, "Claim", "Pass");
        await lin.SeesAsync("1 of 3 branches are done");
        Assert.Equal(1, await lin.Page.Locator("[data-arrived=passed]").CountAsync());
        await DecideAsync("jiang", title, "Pass");
        await DecideAsync("feng", title, "Claim", "Pass");

        await lin.SeesAsync("0 of 5 have decided");
        await DecideAsync("zhao", title, "Agree");
        await lin.SeesAsync("1 of 5 have decided");
        await ReturnAsync(title);

        await wu.SeesAsync("Then goes straight back to 周启 Zhou Qi");
        await wu.Button("Agree").ClickAsync();
        await wu.SeesAsync("of 5 have decided");

        foreach (var member in (string[])["zhao", "zheng", "wu"])
        {
            await DecideAsync(member, title, "Agree");
        }

        await lin.SeesAsync("counted the votes: “Agree”");
        await DecideAsync("feng", title, "Claim", "Released");
        await lin.SeesAsync("Finished");
    }

    /// <summary>Zhou has a question to Lin's leader, asks it without a reason first, and by keyboard alone.</summary>
    private async Task ReturnAsync(string title)
    {
        var zhou = await AsAsync("zhou");
        await zhou.OpenFromInboxAsync(title);

        await zhou.Button("Return").FocusAsync();
        await zhou.Page.Keyboard.PressAsync("Enter");
        var dialog = zhou.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Return" }).PressAsync("Enter");
        await Assertions.Expect(dialog.GetByText("Say why")).ToBeVisibleAsync();
        await dialog.GetByLabel("Reason").FillAsync("Which certificates?");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Return" }).PressAsync("Enter");

        await zhou.SeesAsync("Returned. The ticket is now in “Leader approval”.");
    }

    private async Task<BrowserVisitor> DecideAsync(string userName, string title, params string[] presses)
    {
        var visitor = await AsAsync(userName);
        await visitor.OpenFromInboxAsync(title);

        foreach (var press in presses)
        {
            await visitor.Button(press).ClickAsync();
        }

        await Assertions.Expect(visitor.Page.Locator(".lf-toast, .ticket-message").Filter(new() { HasText = $"“{presses[^1]}”" })).ToBeVisibleAsync();

        return visitor;
    }

    private static async Task<string> FileAsync(BrowserVisitor lin)
    {
        await lin.OpenNewAsync("Release");
        await lin.Page.Locator("#field-title").FillAsync("Search 3.0");
        await lin.Page.Locator("#field-release-product").SelectOptionAsync("web");
        await lin.Page.GetByLabel("Planned").CheckAsync();
        await lin.Page.Locator("#field-release-window").FillAsync("2027-03-09T22:00");
        await lin.Page.Locator("#field-release-changes").FillAsync("New index");
        await lin.Page.Locator("#field-release-rollback").FillAsync("The image before");
        await lin.Button("Submit").ClickAsync();
        await Assertions.Expect(lin.Page.GetByRole(AriaRole.Heading, new() { Name = "Search 3.0" })).ToBeVisibleAsync();

        return "Search 3.0";
    }

    private async Task<BrowserVisitor> AsAsync(string userName)
    {
        var visitor = await site.VisitAsync();
        await visitor.SignInAsync(userName);

        return visitor;
    }
}
