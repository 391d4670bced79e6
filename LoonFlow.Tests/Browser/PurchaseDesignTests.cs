using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>A purchase from nothing: drawn, given a form, tried, published, filed, changed while its ticket runs, and the ticket moved.</summary>
[Collection(SiteTests.Name)]
public sealed class PurchaseDesignTests(Site site)
{
    [Fact]
    public async Task By_mouse_a_purchase_is_designed_published_filed_changed_and_its_ticket_moved()
    {
        var anqi = await site.VisitAsync();
        await anqi.SignInAsync("anqi");
        await anqi.OpenAsync("/workflows", "Workflows");
        await anqi.Link("New workflow").ClickAsync();
        await anqi.Page.Locator("#name").FillAsync("Buying");
        await anqi.Button("Start designing").ClickAsync();

        var board = new DrawingBoard(anqi.Page);
        await board.ReadyAsync();
        await board.DropAsync("state", 0.75, 0.5);
        await board.ConnectAsync(board.States.Nth(0), "right", board.Named("Approval"));
        await board.ConnectAsync(board.Named("Approval"), "bottom", board.States.Nth(1));
        await board.Named("Approval").ClickAsync();
        await anqi.Page.Locator(".panel-add-rule").ClickAsync();
        await Assertions.Expect(board.Named("Approval")).ToContainTextAsync("The creator’s leader");

        await anqi.Page.Locator(".designer-tabs a[href$='/form']").ClickAsync();
        await anqi.Page.Locator("[data-fb-section]").First.WaitForAsync();
        await board.DragAsync(await DrawingBoard.CenterAsync(anqi.Page.Locator("[data-fb-type='15']")), await DrawingBoard.CenterAsync(anqi.Page.Locator("[data-fb-section]").First));
        await NameFieldAsync(anqi, "Amount");
        await anqi.Button("Who sees what").ClickAsync();
        await anqi.Page.Locator(".ag-brush[data-access=Required]").ClickAsync();
        await anqi.Page.Locator(".ag-cell[data-row='1'][data-column='0']").ClickAsync();

        await TryAsync(anqi);
        await PublishAsync(anqi, "The first one", 1);
        await FileAsync();

        await anqi.Page.Locator(".designer-tabs a[href$='/design']").ClickAsync();
        await board.ReadyAsync();
        await board.Named("Approval").DblClickAsync();
        await anqi.Page.Locator(".fc-rename").FillAsync("Leader decides");
        await anqi.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(board.Named("Leader decides")).ToHaveCountAsync(1);
        await PublishAsync(anqi, "Another name", 2);

        await anqi.Page.Locator(".designer-tabs a[href$='/versions']").ClickAsync();
        await anqi.Page.Locator("a[aria-label]").Filter(new() { HasText = "Compare" }).First.ClickAsync();
        await anqi.SeesAsync("Leader decides");
        await anqi.Page.Locator(".move-choice input").CheckAsync();
        await anqi.Page.Locator(".move .lf-button--primary").ClickAsync();
        await Assertions.Expect(anqi.Page.Locator(".move-progress")).ToContainTextAsync("1");

        await DecideAsync("Leader decides");
    }

    [Fact]
    public async Task By_keyboard_alone_a_purchase_is_designed_tried_published_filed_changed_and_its_ticket_moved()
    {
        var anqi = await site.VisitAsync();
        var keys = anqi.Page.Keyboard;
        await anqi.SignInAsync("anqi");
        await anqi.OpenAsync("/workflows/new", "New workflow");
        await anqi.TabToAsync("#name");
        await keys.TypeAsync("Keyed purchase");
        await keys.PressAsync("Enter");

        var board = new DrawingBoard(anqi.Page);
        await board.ReadyAsync();
        await anqi.TabToAsync("[data-sheet]");
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(anqi.Page.Locator(".x6-node.is-picked")).ToHaveCountAsync(1);
        await keys.PressAsync("a");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.States).ToHaveCountAsync(3);
        await board.ToldAsync();
        await anqi.TabToAsync(".panel-add-rule");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.Named("Approval")).ToContainTextAsync("The creator’s leader");
        await anqi.TabToAsync("[data-sheet]");
        await keys.PressAsync("c");
        await keys.TypeAsync("End");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.Lines).ToHaveCountAsync(2);
        await Assertions.Expect(anqi.Page.Locator(".designer-problems-button")).ToContainTextAsync("No problems");

        await anqi.TabToAsync(".designer-tabs a[href$='/form']");
        await keys.PressAsync("Enter");
        await anqi.TabToAsync("[data-fb-type='15']");
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.Locator("[data-fb-field]")).ToHaveCountAsync(1);

        await anqi.TabToAsync(".designer-tabs a[href$='/try']");
        await keys.PressAsync("Enter");
        await anqi.TabToAsync("#trial-by");
        await keys.TypeAsync("lin");
        await Assertions.Expect(anqi.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await anqi.TabToAsync("#trial-new-title");
        await keys.TypeAsync("Desk");
        await anqi.TabToAsync(".try-tab .lf-button--agree");
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.GetByRole(AriaRole.Heading, new() { Name = "Approval" })).ToBeVisibleAsync();

        await PublishByKeyboardAsync(anqi, 1);
        await FileByKeyboardAsync();

        await anqi.TabToAsync(".designer-tabs a[href$='/design']");
        await keys.PressAsync("Enter");
        await board.ReadyAsync();
        await anqi.TabToAsync("[data-sheet]");
        await keys.PressAsync("/");
        await keys.TypeAsync("Approval");
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.Locator(".x6-node.is-picked")).ToContainTextAsync("Approval");
        await keys.PressAsync("F2");
        await keys.TypeAsync("Leader decides");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.Named("Leader decides")).ToHaveCountAsync(1);
        await board.ToldAsync();
        await PublishByKeyboardAsync(anqi, 2);

        await anqi.TabToAsync(".designer-tabs a[href$='/versions']");
        await keys.PressAsync("Enter");
        await anqi.TabToAsync("a[aria-label][href*='from=1']");
        await keys.PressAsync("Enter");
        await anqi.SeesAsync("Leader decides");
        await anqi.TabToAsync(".move-choice input");
        await keys.PressAsync("Space");
        await anqi.TabToAsync(".move .lf-button--primary");
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.Locator(".move-progress")).ToContainTextAsync("1");
    }

    private static async Task PublishByKeyboardAsync(BrowserVisitor anqi, int number)
    {
        await anqi.TabToAsync("[data-publish]");
        await anqi.Page.Keyboard.PressAsync("Enter");
        await anqi.TabToAsync("dialog .lf-button--primary");
        await anqi.Page.Keyboard.PressAsync("Enter");
        await anqi.SeesAsync($"Version {number} is published.");
        await Assertions.Expect(anqi.Page.Locator("dialog")).ToHaveCountAsync(0);
    }

    private async Task FileByKeyboardAsync()
    {
        var lin = await site.VisitAsync();
        await lin.SignInAsync("lin");
        await lin.OpenNewAsync("Keyed purchase");
        await lin.TabToAsync("#field-title");
        await lin.Page.Keyboard.TypeAsync("A keyed desk");
        await lin.TabToAsync("main .lf-actions .lf-button--primary, main button.lf-button--primary");
        await lin.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(lin.Page.GetByRole(AriaRole.Heading, new() { Name = "A keyed desk" })).ToBeVisibleAsync();
    }

    private static async Task NameFieldAsync(BrowserVisitor anqi, string name)
    {
        var input = anqi.Page.Locator(".fb-field input").First;
        await input.FillAsync(name);
        await input.BlurAsync();
        var english = anqi.Page.Locator(".fb-field input").Nth(1);
        await english.FillAsync(name);
        await english.BlurAsync();
        await Assertions.Expect(anqi.Page.Locator("[data-fb-field]")).ToContainTextAsync(name);
    }

    private static async Task TryAsync(BrowserVisitor anqi)
    {
        await anqi.Link("Try it").ClickAsync();
        await anqi.Page.Locator("#trial-by").FillAsync("lin");
        await anqi.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await anqi.Page.Locator("#trial-new-title").FillAsync("A desk");
        await anqi.Page.GetByLabel("Amount").FillAsync("120");
        await anqi.Button("Submit").ClickAsync();
        await Assertions.Expect(anqi.Page.GetByRole(AriaRole.Heading, new() { Name = "Approval" })).ToBeVisibleAsync();
        await anqi.Button("Agree").ClickAsync();
        await anqi.SeesAsync("The ticket ended in End.");
    }

    private static async Task PublishAsync(BrowserVisitor anqi, string note, int number)
    {
        await anqi.Button("Publish").ClickAsync();
        await anqi.Page.Locator("#publish-note").FillAsync(note);
        await anqi.Page.Locator("dialog .lf-button--primary").ClickAsync();
        await anqi.SeesAsync($"Version {number} is published.");
    }

    private async Task FileAsync()
    {
        var lin = await site.VisitAsync();
        await lin.SignInAsync("lin");
        await lin.OpenNewAsync("Buying");
        await lin.Page.Locator("#field-title").FillAsync("A desk for two");
        await lin.Page.GetByLabel("Amount").FillAsync("240");
        await lin.Button("Submit").ClickAsync();
        await Assertions.Expect(lin.Page.GetByRole(AriaRole.Heading, new() { Name = "A desk for two" })).ToBeVisibleAsync();
    }

    private async Task DecideAsync(string state)
    {
        var wu = await site.VisitAsync();
        await wu.SignInAsync("wu");
        await wu.OpenFromInboxAsync("A desk for two");
        await wu.SeesAsync(state);
        await wu.Button("Agree").First.ClickAsync();
        await wu.SeesAsync("Finished");
    }
}
