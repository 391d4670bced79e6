using System.Diagnostics;
using System.Globalization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace LoonFlow.Tests.Browser;

/// <summary>
/// How long the canvas takes to open, and how even its frames are while a state is dragged. It prints and judges nothing,
/// because machines differ; LOONFLOW_CANVAS_SPEED=1 lets it measure, else it only draws a small flow.
/// </summary>
[Collection(SiteTests.Name)]
public sealed class CanvasSpeedTests(Site site, ITestOutputHelper output)
{
    private static readonly bool IsAsked = Environment.GetEnvironmentVariable("LOONFLOW_CANVAS_SPEED") is { Length: > 0 };

    [Fact]
    public async Task Opening_and_dragging_are_measured()
    {
        foreach (var count in IsAsked ? new[] { 20, 100, 200 } : [20])
        {
            await MeasureAsync(count);
        }
    }

    private async Task MeasureAsync(int count)
    {
        var id = await DrawingBoard.BeginAsync(site, Flow(count));
        var designer = await site.VisitAsync();
        await designer.SignInAsync("anqi");
        var board = new DrawingBoard(designer.Page);
        await board.GoAsync(id);
        var watch = Stopwatch.StartNew();
        await board.GoAsync(id);
        var opened = watch.ElapsedMilliseconds;
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
        await designer.Page.Mouse.MoveAsync(x, y);
        await designer.Page.Mouse.DownAsync();

        for (var step = 0; step < 120; step++)
        {
            await designer.Page.Mouse.MoveAsync(x + (step % 60), y + (step % 40));
        }

        var frames = await designer.Page.EvaluateAsync<double[]>("() => window.frames_.slice(1).sort((a, b) => a - b)");
        await designer.Page.Mouse.UpAsync();
        await board.ToldAsync();

        double At(double share) => frames[Math.Min(frames.Length - 1, (int)(frames.Length * share))];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} states: opened in {opened} ms; {frames.Length} frames while dragging, median {At(0.5):F1} ms, 95 % {At(0.95):F1} ms, longest {frames[^1]:F1} ms"));
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
