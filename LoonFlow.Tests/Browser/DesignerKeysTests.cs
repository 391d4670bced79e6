using LoonFlow.Tests.Support.Workflows;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>What is typed in the designer is heard, and taken back by key wherever the hands are.</summary>
[Collection(SiteTests.Name)]
public sealed class DesignerKeysTests(Site site)
{
    [Fact]
    public async Task A_name_typed_is_kept_when_the_page_is_loaded_again()
    {
        var board = await TypeAsync("Chief");

        await board.Page.ReloadAsync();
        await board.ReadyAsync();

        await Assertions.Expect(board.Named("Chief")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_name_typed_is_kept_when_somebody_goes_back()
    {
        var board = await TypeAsync("Chief");

        await board.Page.GoBackAsync();
        await Assertions.Expect(board.Sheet).ToHaveCountAsync(0);
        await board.Page.GoForwardAsync();
        await board.ReadyAsync();

        await Assertions.Expect(board.Named("Chief")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Control_and_Z_undo_where_nothing_was_typed()
    {
        var board = await TypeAsync("Chief");
        await board.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(board.Named("Chief")).ToHaveCountAsync(1);
        await board.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Assertions.Expect(board.Page.Locator("dialog[open]")).ToBeVisibleAsync();
        await board.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(board.Page.Locator("dialog")).ToHaveCountAsync(0);

        await board.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(board.Named("Leader approval")).ToHaveCountAsync(1);
        await board.Page.Keyboard.PressAsync("Control+Shift+z");
        await Assertions.Expect(board.Named("Chief")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Control_and_Z_belong_to_the_text_while_one_types()
    {
        var board = await TypeAsync("Chief");

        await board.Page.Keyboard.PressAsync("Control+z");

        await Assertions.Expect(board.Page.Locator("#state-name")).Not.ToHaveValueAsync("Chief");
        await Assertions.Expect(board.Page.Locator("[data-redo]")).ToBeDisabledAsync();
    }

    /// <summary>Types a name into the panel of a state, and leaves the hands where they are.</summary>
    private async Task<DrawingBoard> TypeAsync(string name)
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document);
        await board.Named("Leader approval").ClickAsync();
        await board.Page.Locator("#state-name").ClickAsync(new() { ClickCount = 3 });
        await board.Page.Keyboard.TypeAsync(name);

        return board;
    }
}
