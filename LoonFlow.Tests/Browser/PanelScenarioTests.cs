using LoonFlow.Tests.Support.Workflows;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>The panels beside the drawing and the settings, in a real browser: without findings of axe, and by keyboard.</summary>
[Collection(SiteTests.Name)]
public sealed class PanelScenarioTests(Site site)
{
    public static TheoryData<string, bool, bool> Looks => AccessibilityTests.Looks;

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_panel_has_serious_violations(string language, bool isPhone, bool isDark)
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document, language, isPhone, isDark);
        var found = new List<string>();

        await PickAsync(board.Page, "Leader approval");
        await UnfoldAsync(board.Page);
        await board.Page.Locator(".panel-add-timer").ClickAsync();
        await board.Page.Locator("#state-children").CheckAsync();
        await board.Page.Locator(".panel-add-rule").ClickAsync();
        await Assertions.Expect(board.Page.Locator("#state-children-workflow")).ToBeVisibleAsync();
        await AddAsync(board, "state", found);

        await PickAsync(board.Page, "days");
        await UnfoldAsync(board.Page);
        await board.Page.Locator(".condition-mode").First.ClickAsync();
        await board.Page.Locator(".suggesting-input").FillAsync("days > and");
        await Assertions.Expect(board.Page.Locator(".condition-quote mark")).ToBeVisibleAsync();
        await AddAsync(board, "transition", found);

        await board.Page.Locator(".fc-view-drawing").ClickAsync();
        await board.Sheet.FocusAsync();
        await board.Page.Keyboard.PressAsync("Control+a");
        await Assertions.Expect(board.Page.Locator(".panel")).ToBeVisibleAsync();
        await AddAsync(board, "selection", found);

        await board.Page.Locator(".designer-tabs a").Nth(2).ClickAsync();
        await Assertions.Expect(board.Page.Locator("#workflow-name")).ToBeVisibleAsync();
        await UnfoldAsync(board.Page);
        await board.Page.Locator(".panel-add-hook").ClickAsync();
        await board.Page.Locator("#workflow-filers-roles").CheckAsync();
        await Assertions.Expect(board.Page.Locator("#hook-0-url")).ToBeVisibleAsync();
        await AddAsync(board, "settings", found);

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    [Fact]
    public async Task A_condition_is_written_with_what_is_offered_by_keyboard_alone()
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document);
        await PickAsync(board.Page, "days");
        await board.Page.Locator(".condition-mode").First.FocusAsync();
        await board.Page.Keyboard.PressAsync("Enter");
        var text = board.Page.Locator(".suggesting-input");
        await text.FillAsync(string.Empty);

        await text.PressSequentiallyAsync("ki", new() { Delay = 40 });
        await Assertions.Expect(board.Page.Locator(".suggesting-list [data-active] code")).ToHaveTextAsync("kind");
        await board.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(board.Page.Locator(".suggesting-list [data-active] code")).ToHaveTextAsync("==");
        await board.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(board.Page.Locator(".suggesting-list [data-active] code")).ToHaveTextAsync("\"annual\"");
        await board.Page.Keyboard.PressAsync("ArrowDown");
        await board.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(text).ToHaveValueAsync("kind == \"sick\" ");
        await board.Page.Keyboard.PressAsync("Escape");
        await board.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(board.Page.Locator(".condition-words strong").First).ToHaveTextAsync("kind = sick");
    }

    [Fact]
    public async Task A_condition_names_its_field_again_once_the_removal_is_taken_back()
    {
        var daysLast = Leave.Document with { Fields = [.. Leave.Document.Fields.Select(field => field.Key == "days" ? field with { Order = 999 } : field)] };
        var board = await DrawingBoard.OpenAsync(site, daysLast);
        await board.Page.Locator(".designer-tabs a").Nth(1).ClickAsync();
        await board.Page.Locator("[data-fb-field='days']").ClickAsync();
        await board.Page.Locator(".fb-field-remove").ClickAsync();
        await board.Page.Locator("dialog[open] .lf-button--danger").ClickAsync();
        await board.Page.Locator(".designer-tabs a").First.ClickAsync();
        await PickAsync(board.Page, "days");
        var field = board.Page.Locator(".condition-field").First;
        await Assertions.Expect(field.Locator("option:checked")).ToHaveTextAsync("days (gone)");

        await board.Page.Locator(".designer-acts button").First.ClickAsync();

        await Assertions.Expect(field.Locator("option:checked")).ToHaveTextAsync("days");
    }

    [Fact]
    public async Task What_is_typed_quickly_is_kept_whole_while_the_drawing_follows()
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document);
        await PickAsync(board.Page, "days");
        var value = board.Page.Locator(".condition-value input").First;
        await value.ClickAsync(new() { ClickCount = 3 });
        await board.Page.Keyboard.TypeAsync("1234567.25");
        await Assertions.Expect(board.Page.Locator(".condition-words strong").First).ToHaveTextAsync("days > 1234567.25");
        await Assertions.Expect(value).ToHaveValueAsync("1234567.25");

        var name = board.Page.Locator("#transition-name");
        await name.ClickAsync(new() { ClickCount = 3 });
        await board.Page.Keyboard.TypeAsync("Let it go on to HR");
        await Assertions.Expect(board.Page.Locator(".outline-row").Filter(new() { HasText = "Let it go on to HR" }).First).ToBeVisibleAsync();
        await Assertions.Expect(name).ToHaveValueAsync("Let it go on to HR");
    }

    private static async Task PickAsync(IPage page, string row)
    {
        await page.Locator(".fc-view-outline").ClickAsync();
        await page.Locator(".outline-row").Filter(new() { HasText = row }).Last.ClickAsync();
        await Assertions.Expect(page.Locator(".panel")).ToBeVisibleAsync();
    }

    private static Task UnfoldAsync(IPage page) =>
        page.EvaluateAsync("() => document.querySelectorAll('.panel details').forEach(section => section.open = true)");

    private static async Task AddAsync(DrawingBoard board, string panel, List<string> found) =>
        found.AddRange((await new BrowserVisitor(board.Page).SeriousAxeViolationsAsync()).Select(violation => $"{panel}: {violation}"));
}
