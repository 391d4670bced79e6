using System.Collections.Concurrent;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Outbox;

public sealed class OutboxLaneTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<Guid> _begun = new();
    private readonly TestListener _slow;
    private readonly TestListener _feed = new("feed");
    private TestApp _app = null!;

    public OutboxLaneTests()
    {
        _slow = new TestListener("slow")
        {
            Lane = new Lane { Parallel = 3, Batch = 1, Lease = TimeSpan.FromMinutes(1), KeepsLog = true },
            Works = async (message, ct) =>
            {
                _begun.Enqueue(message.Id);
                await _answer.Task.WaitAsync(ct);
            },
        };
    }

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_slow_listener_does_not_delay_live_screens()
    {
        using var dispatcher = await StartedAsync();
        var slow = await _app.SendAsync("slow");
        await Eventually.TrueAsync(() => _begun.Contains(slow));

        var live = await _app.SendAsync("feed");

        await Eventually.TrueAsync(() => _feed.Heard.Contains(live));
        Assert.Empty(_slow.Heard);
        _answer.SetResult();
        await Eventually.TrueAsync(() => _slow.Heard.Contains(slow));
        await dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task As_many_are_under_way_at_once_as_the_lane_says()
    {
        using var dispatcher = await StartedAsync();

        for (var message = 0; message < 5; message++)
        {
            await _app.SendAsync("slow");
        }

        await Eventually.TrueAsync(() => _begun.Count == 3);
        await Task.Delay(300);
        Assert.Equal(3, _begun.Count);
        _answer.SetResult();
        await Eventually.TrueAsync(() => _slow.Heard.Count == 5);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_delivery_that_takes_long_keeps_its_lease()
    {
        var id = await _app.SendAsync("slow");
        var delivering = _app.Dispatcher(_slow).DeliverDueAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => _begun.Contains(id));

        for (var step = 0; step < 12; step++)
        {
            var before = (await _app.MessageAsync(id))!.LeasedUntil;
            await Eventually.TrueAsync(() => _app.Clock.IsWaitedFor);
            _app.Clock.Advance(TimeSpan.FromSeconds(20));
            await Eventually.TrueAsync(async () => (await _app.MessageAsync(id))!.LeasedUntil > before);
        }

        Assert.Equal(0, await _app.Dispatcher(_slow).DeliverDueAsync(CancellationToken.None));
        _answer.SetResult();
        await delivering;
        Assert.Equal([id], _slow.Heard);
        Assert.Null(await _app.MessageAsync(id));
    }

    [Fact]
    public async Task A_stop_of_the_application_gives_back_what_is_not_done()
    {
        using var dispatcher = await StartedAsync();
        var id = await _app.SendAsync("slow");
        await Eventually.TrueAsync(() => _begun.Contains(id));

        await dispatcher.StopAsync(CancellationToken.None);

        var left = (await _app.MessageAsync(id))!;
        Assert.Null(left.LeasedUntil);
        Assert.Equal(0, left.Attempts);
        _answer.SetResult();
        await _app.Dispatcher(_slow).DeliverDueAsync(CancellationToken.None);
        Assert.Equal([id], _slow.Heard);
    }

    [Fact]
    public async Task What_was_discarded_meanwhile_is_ended()
    {
        var id = await _app.SendAsync("slow");
        var delivering = _app.Dispatcher(_slow).DeliverDueAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => _begun.Contains(id));
        await using (var db = await _app.DbAsync())
        {
            await db.Outbox.Where(message => message.Id == id).ExecuteDeleteAsync();
        }

        _app.Clock.Advance(TimeSpan.FromSeconds(20));
        await delivering;

        Assert.Empty(_slow.Heard);
        Assert.Null(await _app.MessageAsync(id));
    }

    [Fact]
    public async Task A_listener_may_name_the_moment_of_the_next_attempt()
    {
        var moment = _app.Clock.GetUtcNow().AddHours(9);
        _feed.Works = (_, _) => throw new DeliveryPostponedException(moment, "Nobody wants mail at night.");
        var id = await _app.SendAsync("feed");

        await _app.Dispatcher(_feed).DeliverDueAsync(CancellationToken.None);

        var waiting = (await _app.MessageAsync(id))!;
        Assert.Equal((moment, 0, false, "Nobody wants mail at night."), (waiting.DueAt, waiting.Attempts, waiting.IsDead, waiting.LastError));
        _feed.Works = (_, _) => Task.CompletedTask;
        _app.Clock.Advance(TimeSpan.FromHours(9));
        await _app.Dispatcher(_feed).DeliverDueAsync(CancellationToken.None);
        Assert.Equal([id], _feed.Heard);
    }

    [Fact]
    public async Task What_will_never_work_is_dead_at_once_with_a_sentence()
    {
        _feed.Works = (_, _) => throw new DeliveryRefusedException("The address was given up.");
        var id = await _app.SendAsync("feed");

        await _app.Dispatcher(_feed).DeliverDueAsync(CancellationToken.None);

        var dead = (await _app.MessageAsync(id))!;
        Assert.Equal((true, 1, "The address was given up."), (dead.IsDead, dead.Attempts, dead.LastError));
        Assert.Equal(DeliveryOutcome.Refused, Assert.Single(await _app.AttemptsAsync()).Outcome);
    }

    [Fact]
    public async Task Failed_attempts_are_written_down_and_successful_ones_where_the_lane_says_so()
    {
        _answer.SetResult();
        _slow.Failures = 1;
        _feed.Failures = 1;
        var slow = await _app.SendAsync("slow", about: "crm");
        var feed = await _app.SendAsync("feed");
        await _app.Dispatcher(_slow, _feed).DeliverDueAsync(CancellationToken.None);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await _app.Dispatcher(_slow, _feed).DeliverDueAsync(CancellationToken.None);

        var attempts = await _app.AttemptsAsync();

        Assert.Equal([(1, DeliveryOutcome.Failed, "crm"), (2, DeliveryOutcome.Delivered, "crm")],
            attempts.Where(attempt => attempt.Message == slow).Select(attempt => (attempt.Number, attempt.Outcome, attempt.About)));
        Assert.Equal("The outside world is away.", Assert.Single(attempts, attempt => attempt.Message == feed).Error);
    }

    [Fact]
    public async Task Attempts_are_forgotten_after_a_month()
    {
        _feed.Failures = 1;
        await _app.SendAsync("feed");
        await _app.Dispatcher(_feed).DeliverDueAsync(CancellationToken.None);
        Assert.Single(await _app.AttemptsAsync());

        _app.Clock.Advance(DeliveryAttempt.KeptFor + TimeSpan.FromMinutes(1));
        using var dispatcher = await StartedAsync();

        await Eventually.TrueAsync(async () => await _app.AttemptsAsync() is []);
        await dispatcher.StopAsync(CancellationToken.None);
    }

    private async Task<OutboxDispatcher> StartedAsync()
    {
        var dispatcher = _app.Dispatcher(_slow, _feed);
        await dispatcher.StartAsync(CancellationToken.None);

        return dispatcher;
    }
}
