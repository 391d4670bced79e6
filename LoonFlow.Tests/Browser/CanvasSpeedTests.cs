using System.Diagnostics;
using System.Globalization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace LoonFlow.Tests.Browser;

/// <summary>
/// How long the canvas takes to open, and how even its frames are while a state is dragged. It prints and judges nothing,
/// because machines differ; LOONFLOW_CANVAS_SPEED=1 lets it measure, else it only draws a small flow. The ceiling of opening is
/// the page with two states; that of the frames is the browser's own pace while nothing moves.
/// </summary>
[Collection(SiteTests.Name)]
public sealed class CanvasSpeedTests(Site site, ITestOutputHelper output)
{
    private static readonly bool IsAsked = Environment.GetEnvironmentVariable("LOONFLOW_CANVAS_SPEED") is { Length: > 0 };

    [Fact]
    public async Task Opening_and_dragging_are_measured()
    {
        var (ceiling, _) = await MeasureAsync(2);

        foreach (var count in IsAsked ? new[] { 20, 100, 200 } : [20])
        {
            var (opened, frames) = await MeasureAsync(count);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} states: {opened} ms to open, {opened / (double)ceiling:F1} times the page with two; {frames}"));
        }
    }

    private async Task<(long Opened, string Frames)> MeasureAsync(int count)
    {
        var id = await DrawingBoard.BeginAsync(site, Flow(count));
        var designer = await site.VisitAsync();
        await designer.SignInAsync("anqi");
        var board = new DrawingBoard(designer.Page);
        await board.GoAsync(id);
        var times = new List<long>();

        for (var turn = 0; turn < (IsAsked ? 5 : 1); turn++)
        {
            var watch = Stopwatch.StartNew();
            await board.GoAsync(id);
            times.Add(watch.ElapsedMilliseconds);
        }

        await Assertions.Expect(board.States).ToHaveCountAsync(count);

        await board.Sheet.FocusAsync();
        await designer.Page.Keyboard.PressAsync("0");
        var state = board.States.Nth(count / 2);
        var (x, y) = await DrawingBoard.CenterAsync(state);
        await designer.Page.EvaluateAsync(
            """
            () => {
                window.frames_ = [];
                let last = performance.now();
                const tick = now => { window.frames_.push(now - last); last = now; requestAnimationFrame(tick); };
                requestAnimationFrame(tick);
            }
            """);
        await designer.Page.WaitForTimeoutAsync(500);
        var still = await FramesAsync();
        await designer.Page.Mouse.MoveAsync(x, y);
        await designer.Page.Mouse.DownAsync();

        for (var step = 0; step < 120; step++)
        {
            await designer.Page.Mouse.MoveAsync(x + (step % 60), y + (step % 40));
        }

        var frames = await FramesAsync();
        await designer.Page.Mouse.UpAsync();
        await board.ToldAsync();

        return (times.Order().ElementAt(times.Count / 2), string.Create(
            CultureInfo.InvariantCulture,
            $"a frame takes {At(frames, 0.5):F1} ms while dragging (still {At(still, 0.5):F1}), 95 % {At(frames, 0.95):F1} (still {At(still, 0.95):F1}), longest {frames[^1]:F1}"));

        static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

        // Those since it was asked the last time.
        Task<double[]> FramesAsync() => designer.Page.EvaluateAsync<double[]>("() => window.frames_.splice(0).slice(1).sort((a, b) => a - b)");
    }

    private static WorkflowDocument Flow(int count) => new()
    {
        Name = $"Flow of {count}",
        States =
        [
            .. Enumerable.Range(1, count).Select(number => new State
            {
                Id = new StateId(number),
                Name = $"State {number}",
                Order = number,
                Kind = number == 1 ? StateKind.Start : number == count ? StateKind.End : StateKind.Normal,
                Participants = new ParticipantSpec.CreatorsLeader(),
                Position = new((number - 1) % 15 * 320, (number - 1) / 15 * 160),
            }),
        ],
        Transitions =
        [
            .. Enumerable.Range(1, count - 1).Select(number => new Transition { Id = new(10_000 + number), Name = "Agree", From = new(number), To = new(number + 1) }),
            .. Enumerable.Range(2, count - 2).Where(number => number % 2 == 0).Select(number => new Transition
            {
                Id = new(20_000 + number), Name = "Refuse", Kind = TransitionKind.Refuse, From = new(number), To = new(Math.Max(1, number - 2)),
            }),
        ],
    };
}
