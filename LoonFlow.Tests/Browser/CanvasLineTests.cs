using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>Which way lines take, and whether their words can be read.</summary>
[Collection(SiteTests.Name)]
public sealed class CanvasLineTests(Site site)
{
    [Fact]
    public async Task The_same_flow_is_the_same_picture_however_it_came_about()
    {
        var board = await DrawingBoard.OpenAsync(site, Leave.Document);
        await board.Sheet.FocusAsync();
        await board.Page.Keyboard.PressAsync("l");
        await board.ToldAsync();
        await board.DrawnAsync();
        var arranged = await board.LinesDrawnAsync();
        Assert.Equal(Leave.Document.Transitions.Count + 2, arranged.Length);

        await board.Named("HR").ClickAsync();
        await board.Page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(board.States).ToHaveCountAsync(Leave.Document.States.Count - 1);
        await board.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(board.Lines).ToHaveCountAsync(arranged.Length);
        await board.DrawnAsync();
        Assert.Equal(arranged, await board.LinesDrawnAsync());

        var start = await DrawingBoard.CenterAsync(board.Named("HR"));
        await board.DragAsync(start, (start.X + 60, start.Y + 90));
        await board.ToldAsync();
        Assert.NotEqual(arranged, await board.LinesDrawnAsync());
        await board.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(board.Page.Locator("[data-sheet]")).ToBeVisibleAsync();
        await board.Page.WaitForFunctionAsync("lines => lines.every(line => document.querySelector('[data-sheet]').innerHTML.includes(line))", arranged.Select(line => line.Split(' ')[1]));
        Assert.Equal(arranged, await board.LinesDrawnAsync());

        await board.Page.ReloadAsync();
        await board.ReadyAsync();
        await Assertions.Expect(board.Lines).ToHaveCountAsync(arranged.Length);
        Assert.Equal(arranged, await board.LinesDrawnAsync());
    }

    [Theory]
    [InlineData(40)]
    [InlineData(115)]
    [InlineData(200)]
    public async Task Words_find_room_between_states_that_stand_close(int gap)
    {
        var board = await DrawingBoard.OpenAsync(site, Beside(gap));
        await Assertions.Expect(board.Lines).ToHaveCountAsync(4);

        Assert.Empty(await board.HiddenCaptionsAsync());
    }

    private static WorkflowDocument Beside(int gap) => new Sketch("Close")
        .Start(new StateId(1), "New")
        .Step(new StateId(2), "Leader decides", new ParticipantSpec.CreatorsLeader())
        .Step(new StateId(3), "Hand out", new ParticipantSpec.CreatorsLeader())
        .End(new StateId(4), "Done")
        .Agree(new TransitionId(11), "Submit", new StateId(1), new StateId(2))
        .Agree(new TransitionId(12), "Agree", new StateId(2), new StateId(4)).Above("price_of_the_accessories", 500, new StateId(3))
        .Agree(new TransitionId(13), "Handed out", new StateId(3), new StateId(4))
        .Document switch
        {
            var document => document with
            {
                States = [.. document.States.Select((state, index) => state with { Position = new((index % 2) * (220 + gap), (index / 2) * 200) })],
            },
        };
}
