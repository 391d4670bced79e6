using LoonFlow.Domain.Workflows;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>The connection breaks while a state is being dragged: the drop is not lost.</summary>
[Collection(SiteTests.Name)]
public sealed class LostConnectionTests(Site site)
{
    private static readonly WorkflowDocument OneState = new()
    {
        Name = "One state",
        States = [new State { Id = new StateId(1), Name = "Waits", Position = new(100, 100) }],
    };

    [Fact]
    public async Task A_drop_without_a_connection_is_told_after_it_is_back()
    {
        var (board, line) = await OpenAsync();
        var before = await DrawingBoard.PlaceAsync(board.States);

        await DragWithoutConnectionAsync(board, line);
        var dropped = await DrawingBoard.PlaceAsync(board.States);
        Assert.NotEqual(before, dropped);

        line.Mend();
        await board.ToldAsync();
        Assert.Equal(dropped, await DrawingBoard.PlaceAsync(board.States));
    }

    [Fact]
    public async Task A_drop_without_a_connection_survives_a_reload()
    {
        var (board, line) = await OpenAsync();
        await DragWithoutConnectionAsync(board, line);
        var dropped = await DrawingBoard.PlaceAsync(board.States);

        line.Mend();
        await board.Page.ReloadAsync();
        await board.ReadyAsync();
        await board.ToldAsync();

        Assert.Equal(dropped, await DrawingBoard.PlaceAsync(board.States));
    }

    private static async Task DragWithoutConnectionAsync(DrawingBoard board, Line line)
    {
        var (x, y) = await DrawingBoard.CenterAsync(board.States);
        await board.Page.Mouse.MoveAsync(x, y);
        await board.Page.Mouse.DownAsync();
        await board.Page.Mouse.MoveAsync(x + 40, y + 30, new() { Steps = 4 });
        await line.CutAsync();
        await board.Page.Mouse.MoveAsync(x + 90, y + 60, new() { Steps = 4 });
        await board.Page.Mouse.UpAsync();
        await board.Page.WaitForFunctionAsync("() => Object.keys(sessionStorage).some(key => key.startsWith('lf-canvas'))");
        await board.DrawnAsync();
    }

    private async Task<(DrawingBoard Board, Line Line)> OpenAsync()
    {
        var id = await DrawingBoard.BeginAsync(site, OneState);
        var designer = await site.VisitAsync();
        await designer.SignInAsync("anqi");
        var line = new Line();
        await designer.Page.RouteWebSocketAsync("**/_blazor*", line.Route);

        // Without a socket it would go on by plain requests.
        await designer.Page.RouteAsync("**/_blazor**", line.AskAsync);
        var board = new DrawingBoard(designer.Page);
        await board.GoAsync(id);

        return (board, line);
    }

    /// <summary>The wire between the browser and the server.</summary>
    private sealed class Line
    {
        private readonly List<IWebSocketRoute> _open = [];
        private bool _isCut;

        public void Route(IWebSocketRoute socket)
        {
            if (_isCut)
            {
                _ = socket.CloseAsync();
                return;
            }

            socket.ConnectToServer();
            _open.Add(socket);
        }

        public Task AskAsync(IRoute request) => _isCut ? request.AbortAsync() : request.ContinueAsync();

        public async Task CutAsync()
        {
            _isCut = true;

            foreach (var socket in _open)
            {
                await socket.CloseAsync();
            }

            _open.Clear();
        }

        public void Mend() => _isCut = false;
    }
}
