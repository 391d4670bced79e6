using LoonFlow.Tests.Support.Workflows;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>A form built by a hand on a real mouse, and by keys.</summary>
[Collection(SiteTests.Name)]
public sealed class FormBuilderScenarioTests(Site site)
{
    [Fact]
    public async Task A_field_is_dragged_onto_the_form_moved_by_keys_and_the_grid_is_painted()
    {
        var id = await DrawingBoard.BeginAsync(site, Leave.Document);
        var designer = await site.VisitAsync("en", isPhone: false, isDark: false);
        await designer.SignInAsync("anqi");
        var page = designer.Page;
        await page.GotoAsync($"/workflows/{id.Value}/design/form");
        var cards = page.Locator("[data-fb-field]");
        await Assertions.Expect(cards).ToHaveCountAsync(Leave.Document.Fields.Count);

        var first = (await cards.First.BoundingBoxAsync())!;
        await DragAsync(page, await CenterAsync(page.Locator("[data-fb-type='25']")), (first.X + first.Width - 20, first.Y + (first.Height / 2)));
        await Assertions.Expect(cards).ToHaveCountAsync(Leave.Document.Fields.Count + 1);
        await Assertions.Expect(page.Locator("[data-fb-row='0'] [data-fb-field]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".fb-field")).ToBeVisibleAsync();

        await page.Locator("[data-fb-field='date1']").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(page.Locator("[data-fb-row='1'] [data-fb-field='date1']")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Who sees what", Exact = true }).ClickAsync();
        await page.Locator(".ag-brush[data-access=Required]").ClickAsync();
        await DragAsync(page, await CenterAsync(Cell(page, 1, 0)), await CenterAsync(Cell(page, 2, 1)));
        await Assertions.Expect(page.Locator(".ag-cell[data-access=Required][data-row='1'][data-column='1']")).ToHaveCountAsync(1);
        await Assertions.Expect(Cell(page, 2, 0)).ToHaveAttributeAsync("data-access", "Required");

        await Cell(page, 1, 0).FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(Cell(page, 2, 0)).ToHaveAttributeAsync("data-access", "Hidden");
        Assert.Empty(await designer.SeriousAxeViolationsAsync());
    }

    private static ILocator Cell(IPage page, int row, int column) => page.Locator($".ag-cell[data-row='{row}'][data-column='{column}']");

    private static async Task<(float X, float Y)> CenterAsync(ILocator element)
    {
        await element.ScrollIntoViewIfNeededAsync();
        var box = (await element.BoundingBoxAsync())!;

        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private static async Task DragAsync(IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }
}
