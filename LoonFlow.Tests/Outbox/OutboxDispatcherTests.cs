using LoonFlow.Tests.Support;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Outbox;

public sealed class OutboxDispatcherTests : IAsyncLifetime
{
    private readonly TestListener _mail = new("mail");
    private readonly TestListener _chat = new("chat");
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_message_is_heard_by_its_listener_and_then_gone()
    {
        var id = await SendAsync("mail");

        await Dispatcher().DeliverDueAsync(CancellationToken.None);

        Assert.Equal([id], _mail.Heard);
        Assert.Empty(_chat.Heard);
        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task A_failure_is_tried_again_later_and_holds_up_nobody_else()
    {
        _mail.Failures = 1;
        var failing = await SendAsync("mail");
        var other = await SendAsync("chat");

        await Dispatcher().DeliverDueAsync(CancellationToken.None);

        Assert.Equal([other], _chat.Heard);
        var left = Assert.Single(await MessagesAsync());
        Assert.Equal("The outside world is away.", left.LastError);

        Assert.Equal(0, await Dispatcher().DeliverDueAsync(CancellationToken.None));
        _app.Clock.Advance(TimeSpan.FromSeconds(2));
        await Dispatcher().DeliverDueAsync(CancellationToken.None);

        Assert.Equal([failing], _mail.Heard);
    }

    [Fact]
    public async Task After_the_last_attempt_a_message_is_kept_as_dead()
    {
        _mail.Failures = int.MaxValue;
        await SendAsync("mail");

        for (var attempt = 0; attempt < Lane.Quick.MaxAttempts; attempt++)
        {
            await Dispatcher().DeliverDueAsync(CancellationToken.None);
            _app.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.True(Assert.Single(await MessagesAsync()).IsDead);
        Assert.Equal(0, await Dispatcher().DeliverDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_message_for_nobody_is_a_failure_that_people_can_find()
    {
        await SendAsync("nobody");

        await Dispatcher().DeliverDueAsync(CancellationToken.None);

        Assert.Contains("nobody", Assert.Single(await MessagesAsync()).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_dispatchers_at_once_deliver_every_message_once()
    {
        for (var message = 0; message < 60; message++)
        {
            await SendAsync("mail");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await Dispatcher().DeliverDueAsync(CancellationToken.None) > 0)
            {
            }
        })));

        Assert.Equal(60, _mail.Heard.Count);
        Assert.Equal(60, _mail.Heard.Distinct().Count());
    }

    [Fact]
    public async Task A_message_whose_dispatcher_died_is_delivered_when_its_lease_is_over()
    {
        var id = await SendAsync("mail");
        await using (var db = await _app.DbAsync())
        {
            await db.LeaseOutboxAsync("mail", _app.Clock.GetUtcNow(), _app.Clock.GetUtcNow().AddMinutes(1), 10, CancellationToken.None);
        }

        Assert.Equal(0, await Dispatcher().DeliverDueAsync(CancellationToken.None));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Dispatcher().DeliverDueAsync(CancellationToken.None);

        Assert.Equal([id], _mail.Heard);
    }

    private OutboxDispatcher Dispatcher() => _app.Dispatcher(_mail, _chat);

    private Task<Guid> SendAsync(string listener) => _app.SendAsync(listener);

    private async Task<List<OutboxMessage>> MessagesAsync()
    {
        await using var db = await _app.DbAsync();

        return await db.Outbox.AsNoTracking().ToListAsync();
    }
}
