using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>Forms as people treat them: incomplete, interrupted, with files, by keyboard.</summary>
[Collection(SiteTests.Name)]
public sealed class FormScenarioTests(Site site)
{
    [Fact]
    public async Task All_mistakes_are_told_at_once_and_lead_to_their_fields()
    {
        var song = await site.VisitAsync();
        await song.SignInAsync("song");
        await song.OpenNewAsync("Leave");

        await song.Button("Submit").ClickAsync();

        var summary = song.Page.GetByRole(AriaRole.Alert).First;
        await Assertions.Expect(summary.GetByRole(AriaRole.Link)).ToHaveCountAsync(7);
        await summary.GetByRole(AriaRole.Link, new() { Name = "Title" }).ClickAsync();
        await Assertions.Expect(song.Page.Locator("#field-title")).ToBeFocusedAsync();
        await Assertions.Expect(song.Page.Locator("#field-title")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_page_was_lost()
    {
        var deng = await site.VisitAsync();
        await deng.SignInAsync("deng");
        await deng.OpenNewAsync("Purchase");
        await deng.Page.Locator("#field-title").FillAsync("A very long story");
        await deng.Page.Locator("#field-purchase-amount").FillAsync("123");
        await DraftIsKeptAsync("123");

        await deng.Page.ReloadAsync();

        await Assertions.Expect(deng.Page.Locator("#field-title")).ToHaveValueAsync("A very long story");
        await Assertions.Expect(deng.Page.Locator("#field-purchase-amount")).ToHaveValueAsync("123");
    }

    [Fact]
    public async Task A_file_that_was_attached_can_be_fetched_by_the_approver_and_by_nobody_unrelated()
    {
        var lin = await site.VisitAsync();
        await lin.SignInAsync("lin");
        await lin.OpenNewAsync("Leave");
        await lin.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "证明.txt", MimeType = "text/plain", Buffer = "ill"u8.ToArray() });
        await lin.SeesAsync("证明.txt");
        var title = await lin.FileLeaveOnThisPageAsync("With proof", days: "1");

        var wu = await site.VisitAsync();
        await wu.SignInAsync("wu");
        await wu.OpenFromInboxAsync(title);
        var address = await wu.Link("证明.txt").GetAttributeAsync("href");
        var jiang = await site.VisitAsync();
        await jiang.SignInAsync("jiang");

        Assert.Equal("ill", await (await wu.Page.APIRequest.GetAsync(address!)).TextAsync());
        Assert.Equal(404, (await jiang.Page.APIRequest.GetAsync(address!)).Status);
    }

    [Fact]
    public async Task A_ticket_is_approved_by_keyboard_alone()
    {
        var gao = await site.VisitAsync();
        await gao.SignInAsync("gao");
        var title = await gao.FileLeaveAsync("No mouse at hand", days: "1");
        var wu = await site.VisitAsync();
        await wu.SignInAsync("wu");
        await wu.Page.GotoAsync("/inbox");
        await Assertions.Expect(wu.Link(title).First).ToBeVisibleAsync();

        await FocusByKeyAsync(wu, "j", wu.Link(title).First);
        await wu.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(wu.Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await wu.Button("Agree").FocusAsync();
        await wu.Page.Keyboard.PressAsync("Enter");

        await wu.SeesAsync("HR approval");
    }

    /// <summary>Presses until it works: the keys come with the page's script, a moment after its rows.</summary>
    private static async Task FocusByKeyAsync(BrowserVisitor visitor, string key, ILocator target)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        do
        {
            patience.Token.ThrowIfCancellationRequested();
            await visitor.Page.Keyboard.PressAsync(key);
        }
        while (!await target.EvaluateAsync<bool>("element => element === document.activeElement"));
    }

    /// <summary>Waits until the typed text has reached the database, which is what a lost page cannot take away.</summary>
    private async Task DraftIsKeptAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync(patience.Token);

        while (!await db.FormDrafts.AnyAsync(draft => draft.Content.Contains(text), patience.Token))
        {
            await Task.Yield();
        }
    }
}
