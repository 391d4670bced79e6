using System.Globalization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>A flow drawn by a hand on a real mouse, and by a keyboard alone.</summary>
[Collection(SiteTests.Name)]
public sealed class CanvasScenarioTests(Site site)
{
    private static readonly WorkflowDocument Nothing = new() { Name = "Drawn from nothing" };

    private static readonly WorkflowDocument Upright = new Sketch("Downwards")
        .Start(new StateId(1), "New").But(state => state with { Position = new(50, 0) })
        .Step(new StateId(2), "Check", new ParticipantSpec.CreatorsLeader()).But(state => state with { Position = new(0, 110) })
        .End(new StateId(3), "Done").But(state => state with { Position = new(55, 240) })
        .Agree(new TransitionId(11), "Submit", new StateId(1), new StateId(2))
        .Agree(new TransitionId(12), "Finish", new StateId(2), new StateId(3))
        .Document;

    [Fact]
    public async Task A_flow_is_drawn_by_mouse()
    {
        var board = await DrawingBoard.OpenAsync(site, Nothing);
        await board.DropAsync("start", 0.15, 0.3);
        await board.DropAsync("state", 0.5, 0.3);
        await board.DropAsync("end", 0.5, 0.7);
        await Assertions.Expect(board.States).ToHaveCountAsync(3);

        await board.ConnectAsync(board.Named("New"), "right", board.Named("Approval"));
        await board.ConnectAsync(board.Named("Approval"), "bottom", board.Named("Done"));
        await Assertions.Expect(board.Lines.Filter(new() { HasText = "Submit" })).ToHaveCountAsync(1);
        await Assertions.Expect(board.Lines.Filter(new() { HasText = "Agree" })).ToHaveCountAsync(1);

        await board.Named("Approval").DblClickAsync();
        await board.Page.Locator(".fc-rename").FillAsync("Leader looks");
        await board.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(board.Named("Leader looks")).ToHaveCountAsync(1);

        await board.ToldAsync();
        await board.Named("Leader looks").ClickAsync();
        await board.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(board.States).ToHaveCountAsync(2);
        await Assertions.Expect(board.Lines).ToHaveCountAsync(0);
        await board.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(board.States).ToHaveCountAsync(3);
        await Assertions.Expect(board.Lines).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_comes_next_continues_in_the_direction_of_the_flow()
    {
        var board = await DrawingBoard.OpenAsync(site, Upright);
        await board.Named("Check").ClickAsync();
        await board.Page.Keyboard.PressAsync("a");
        await board.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(board.States).ToHaveCountAsync(4);
        await board.ToldAsync();
        await board.DrawnAsync();

        Assert.Equal((await DrawingBoard.PlaceAsync(board.Named("Check"))).Y + 140, (await DrawingBoard.PlaceAsync(board.Named("Approval"))).Y);
        var (card, sheet) = ((await board.Named("Approval").Locator(".fc-body").BoundingBoxAsync())!, (await board.Sheet.BoundingBoxAsync())!);
        Assert.InRange(card.X, sheet.X, sheet.X + sheet.Width - card.Width);
    }

    [Fact]
    public async Task What_stands_in_the_way_of_what_comes_next_moves_on()
    {
        var board = await DrawingBoard.OpenAsync(site, Upright with { Transitions = [Upright.Transitions[0]] });
        await board.Named("Check").ClickAsync();
        await board.Page.Keyboard.PressAsync("a");
        await board.Page.Keyboard.PressAsync("Enter");
        await board.ToldAsync();
        await board.DrawnAsync();

        var (check, added, done) = (await DrawingBoard.PlaceAsync(board.Named("Check")), await DrawingBoard.PlaceAsync(board.Named("Approval")), await DrawingBoard.PlaceAsync(board.Named("Done")));
        Assert.Equal((check.X, check.Y + 140), added);
        Assert.True(done.Y >= added.Y + 140);
    }

    [Fact]
    public async Task A_state_dropped_onto_a_line_is_put_into_it_and_makes_room()
    {
        var board = await DrawingBoard.OpenAsync(site, Upright);
        var sheet = (await board.Sheet.BoundingBoxAsync())!;
        var words = await DrawingBoard.CenterAsync(board.Lines.Filter(new() { HasText = "Finish" }).Locator(".fc-caption"));
        var before = await DrawingBoard.PlaceAsync(board.Named("Done"));

        await board.DropAsync("state", (words.X - sheet.X) / sheet.Width, (words.Y - sheet.Y) / sheet.Height);
        await Assertions.Expect(board.Page.Locator("[data-live]")).ToHaveTextAsync("Added: Approval");

        await Assertions.Expect(board.States).ToHaveCountAsync(4);
        await Assertions.Expect(board.Lines).ToHaveCountAsync(3);
        var (check, added, done) = (await DrawingBoard.PlaceAsync(board.Named("Check")), await DrawingBoard.PlaceAsync(board.Named("Approval")), await DrawingBoard.PlaceAsync(board.Named("Done")));
        Assert.True(check.Y < added.Y && added.Y < done.Y && before.Y < done.Y);
        Assert.Equal(check.X, added.X);
        Assert.Empty(await board.HiddenCaptionsAsync());

        await board.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(board.States).ToHaveCountAsync(3);
        await Assertions.Expect(board.Lines).ToHaveCountAsync(2);
        await board.DrawnAsync();
        Assert.Equal(before, await DrawingBoard.PlaceAsync(board.Named("Done")));
    }

    [Fact]
    public async Task A_state_dropped_onto_another_comes_to_stand_beside_it()
    {
        var board = await DrawingBoard.OpenAsync(site, Upright);
        var sheet = (await board.Sheet.BoundingBoxAsync())!;
        var check = await DrawingBoard.CenterAsync(board.Named("Check").Locator(".fc-body"));

        await board.DropAsync("state", (check.X + 30 - sheet.X) / sheet.Width, (check.Y + 8 - sheet.Y) / sheet.Height);
        await Assertions.Expect(board.States).ToHaveCountAsync(4);

        var (old, added) = (await DrawingBoard.PlaceAsync(board.Named("Check")), await DrawingBoard.PlaceAsync(board.Named("Approval")));
        Assert.True(Math.Abs(old.X - added.X) >= 220 || Math.Abs(old.Y - added.Y) >= 64);
    }

    [Fact]
    public async Task What_is_not_allowed_is_said_and_not_drawn()
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document);
        var lines = await board.Lines.CountAsync();

        await board.DropAsync("start", 0.5, 0.1);
        await Assertions.Expect(board.Page.Locator("[data-live]")).ToHaveTextAsync("A workflow has one start only.");
        await Assertions.Expect(board.States).ToHaveCountAsync(Leave.Document.States.Count);

        await board.ConnectAsync(board.Named("Done"), "top", board.Named("Director approval"));
        await Assertions.Expect(board.Page.Locator("[data-live]")).ToHaveTextAsync("Nothing leaves an end.");
        await Assertions.Expect(board.Lines).ToHaveCountAsync(lines);
    }

    [Fact]
    public async Task What_a_frame_caught_moves_together_and_one_undo_takes_it_back()
    {
        var board = await DrawingBoard.OpenAsync(site, Nothing);
        await board.DropAsync("state", 0.4, 0.3);
        await board.DropAsync("state", 0.4, 0.5);
        await board.ToldAsync();
        var first = board.States.Nth(0);
        var before = await DrawingBoard.PlaceAsync(first);
        var sheet = (await board.Sheet.BoundingBoxAsync())!;

        await board.DragAsync((sheet.X + 15, sheet.Y + 15), (sheet.X + (sheet.Width * 0.8f), sheet.Y + (sheet.Height * 0.7f)));
        await Assertions.Expect(board.Page.Locator(".x6-node.is-picked")).ToHaveCountAsync(2);
        var center = await DrawingBoard.CenterAsync(first);
        await board.DragAsync(center, (center.X + 60, center.Y + 40));
        await board.ToldAsync();

        var after = await DrawingBoard.PlaceAsync(first);
        Assert.NotEqual(before, after);
        await board.Page.Keyboard.PressAsync("Control+z");
        await board.Page.WaitForFunctionAsync($"() => document.querySelector(\".x6-node[data-cell-id^='s']\").getAttribute('transform').includes('{before.X}')");
        Assert.Equal(before, await DrawingBoard.PlaceAsync(first));
    }

    [Fact]
    public async Task A_part_is_copied_into_another_workflow()
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document);
        await board.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await board.Sheet.FocusAsync();
        await board.Page.Keyboard.PressAsync("Control+a");
        await board.Page.Keyboard.PressAsync("Control+c");
        await Assertions.Expect(board.Page.Locator("[data-live]")).ToContainTextAsync("Copied");

        await board.GoAsync(await DrawingBoard.BeginAsync(site, Nothing));
        await Assertions.Expect(board.States).ToHaveCountAsync(0);
        await board.Sheet.FocusAsync();
        await board.Page.Keyboard.PressAsync("Control+v");

        await Assertions.Expect(board.States).ToHaveCountAsync(Leave.Document.States.Count);
        await Assertions.Expect(board.Named("Director approval")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_flow_is_drawn_by_keyboard_alone()
    {
        var board = await DrawingBoard.OpenAsync(site, Nothing);
        var keys = board.Page.Keyboard;
        await board.Sheet.FocusAsync();

        await keys.PressAsync("n");
        await keys.TypeAsync("Start");
        await keys.PressAsync("Enter");
        await keys.PressAsync("a");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.States).ToHaveCountAsync(2);
        await keys.PressAsync("F2");
        await keys.TypeAsync("Check");
        await keys.PressAsync("Enter");
        await keys.PressAsync("a");
        await keys.TypeAsync("End");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.Lines).ToHaveCountAsync(2);
        await board.ToldAsync();

        // Back to the state, and a second way from it to the start.
        await keys.PressAsync("ArrowUp");
        await Assertions.Expect(board.Page.Locator(".x6-node.is-picked")).ToContainTextAsync("Check");
        await keys.PressAsync("c");
        await keys.TypeAsync("New");
        await keys.PressAsync("Enter");
        await Assertions.Expect(board.Lines.Filter(new() { HasText = "Return" })).ToHaveCountAsync(1);

        await keys.PressAsync("?");
        await Assertions.Expect(board.Page.Locator("dialog")).ToBeVisibleAsync();
        await Assertions.Expect(board.Page.Locator("dialog")).ToContainTextAsync("Walk from state to state");
        await keys.PressAsync("Escape");
        await Assertions.Expect(board.Page.Locator("dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_list_stays_open_that_was_asked_for_in_the_same_moment_as_another_ended()
    {
        var board = await DrawingBoard.OpenAsync(site, Nothing);
        await board.Sheet.FocusAsync();
        await board.Page.Keyboard.PressAsync("n");

        // Faster than any hand: no turn of the browser between the two keys.
        await board.Page.EvaluateAsync(
            """
            () => {
                const press = (on, key) => on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                press(document.querySelector('.fc-chooser input'), 'Enter');
                press(document.querySelector('[data-sheet]'), 'a');
            }
            """);
        await board.DrawnAsync();
        await board.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(board.States).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Two_fingers_zoom_and_move_nothing()
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document, isPhone: true);
        await board.Page.Locator(".fc-view-drawing").TapAsync();
        var scale = board.Page.Locator("[data-scale]");
        var before = (Percent: await PercentAsync(), Place: await DrawingBoard.PlaceAsync(board.States.First));
        var fingers = await board.Page.Context.NewCDPSessionAsync(board.Page);
        var (x, y) = await DrawingBoard.CenterAsync(board.States.First);

        await TouchAsync("touchStart", (x, y));
        await TouchAsync("touchStart", (x, y), (x + 40, y + 40));
        await TouchAsync("touchMove", (x - 20, y - 20), (x + 60, y + 60));
        await TouchAsync("touchEnd");
        await board.DrawnAsync();

        Assert.InRange(await PercentAsync() / before.Percent, 1.8, 2.2);
        Assert.Equal(before.Place, await DrawingBoard.PlaceAsync(board.States.First));

        Task TouchAsync(string type, params (float X, float Y)[] at) => fingers.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type,
            ["touchPoints"] = at.Select((point, id) => new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y, ["id"] = id }).ToArray(),
        });

        async Task<double> PercentAsync() => double.Parse((await scale.TextContentAsync())!.TrimEnd(' ', '%'), CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_outline_draws_too()
    {
        var board = await DrawingBoard.OpenAsync(site, Nothing, isPhone: true);
        var outline = board.Page.Locator(".flow-outline");
        await outline.Locator(".outline-add select").SelectOptionAsync("Start");
        await outline.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(outline.Locator("[data-row]")).ToHaveCountAsync(1);

        await outline.GetByRole(AriaRole.Button, new() { Name = "Add next" }).ClickAsync();
        await Assertions.Expect(outline.Locator("[data-focus]")).ToBeFocusedAsync();
        await outline.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).First.ClickAsync();

        await Assertions.Expect(outline.Locator("[data-row]")).ToHaveCountAsync(3);
        await Assertions.Expect(outline.Locator(".outline-level-2")).ToContainTextAsync("Submit");
    }

    [Theory]
    [InlineData("en", false, false)]
    [InlineData("zh-CN", false, true)]
    [InlineData("zh-CN", true, false)]
    public async Task Neither_drawing_nor_outline_has_serious_violations(string language, bool isPhone, bool isDark)
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document, language, isPhone, isDark);
        var designer = new BrowserVisitor(board.Page);

        await board.Page.Locator(".fc-view-drawing").ClickAsync();
        await Assertions.Expect(board.States.First).ToBeVisibleAsync();
        await board.Sheet.FocusAsync();
        await board.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Empty(await designer.SeriousAxeViolationsAsync());

        await board.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(board.Page.Locator(".fc-chooser input")).ToBeFocusedAsync();
        Assert.Empty(await designer.SeriousAxeViolationsAsync());
        await board.Page.Keyboard.PressAsync("Escape");

        await board.Page.Locator(".fc-view-outline").ClickAsync();
        await board.Page.Locator("[data-row]").Nth(1).ClickAsync();
        await Assertions.Expect(board.Page.Locator(".outline-acts")).ToBeVisibleAsync();
        Assert.Empty(await designer.SeriousAxeViolationsAsync());
    }
}
