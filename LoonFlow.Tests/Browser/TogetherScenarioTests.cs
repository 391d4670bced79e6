using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>Several people at one ticket.</summary>
[Collection(SiteTests.Name)]
public sealed class TogetherScenarioTests(Site site)
{
    [Fact]
    public async Task Of_two_who_press_at_once_one_moves_the_ticket_and_both_see_the_new_state()
    {
        var cai = await site.VisitAsync();
        await cai.SignInAsync("cai");
        var title = await cai.FileLeaveAsync("Pressed twice", days: "1");
        var ma = await site.VisitAsync();
        await ma.SignInAsync("ma");
        await ma.OpenFromInboxAsync(title);
        var luo = await site.VisitAsync();
        await luo.SignInAsync("luo");
        await luo.OpenFromInboxAsync(title);

        // Both buttons are there until one of the two has been pressed; whoever comes second may find theirs gone.
        await Task.WhenAll(PressAsync(ma), PressAsync(luo));

        foreach (var visitor in (BrowserVisitor[])[ma, luo])
        {
            await visitor.SeesAsync("HR approval");
            await Assertions.Expect(visitor.Page.Locator(".ticket-log").GetByText("pressed “Agree”")).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task A_consultation_comes_back_with_its_answer()
    {
        var lin = await site.VisitAsync();
        await lin.SignInAsync("lin");
        var title = await lin.FileLeaveAsync("Ask someone first", days: "1");
        var wu = await site.VisitAsync();
        await wu.SignInAsync("wu");
        await wu.OpenFromInboxAsync(title);

        await wu.Button("Ask for advice").ClickAsync();
        var dialog = wu.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Combobox).FillAsync("xu");
        await wu.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Ask for advice" }).ClickAsync();
        await wu.SeesAsync("You will get the ticket back with the answer.");

        var xu = await site.VisitAsync();
        await xu.SignInAsync("xu");
        await xu.OpenFromInboxAsync(title);
        await xu.Page.GetByLabel("Comment").FillAsync("I can stand in.");
        await xu.Button("Answer").ClickAsync();
        await xu.SeesAsync("Your answer is on its way.");

        await wu.SeesAsync("I can stand in.");
        await Assertions.Expect(wu.Button("Agree")).ToBeVisibleAsync();
    }

    private static async Task PressAsync(BrowserVisitor visitor)
    {
        try
        {
            await visitor.Button("Agree").ClickAsync(new() { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            // The other was so much faster that the button is gone.
        }
    }
}
