using LoonFlow.Domain.Notifications;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Features.Notices;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Features.Notices;

public sealed class SendDigestsTests : IAsyncLifetime
{
    private readonly TestNotifier _mail = new(ChannelKind.Email);
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _app.SetMailUp();
        await _app.ChooseAsync("wu", NoticePreferences.Default with { WaitsForMe = EmailChoice.Daily, Language = "en" });
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_came_since_the_last_one_goes_into_one_mail_at_half_past_eight()
    {
        await FileAsync("First");
        await FileAsync("Second");

        await RunAsync();
        Assert.Empty(await DigestsAsync());
        UntilHalfPastEight();
        await RunAsync();

        var digest = Assert.Single(await DigestsAsync());
        Assert.Equal("wu@spruce.example", digest.Recipient.Email);
        Assert.Equal(["First waits for you", "Second waits for you"], digest.Notices.Select(notice => notice.Subject));
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task No_notice_goes_into_two()
    {
        await FileAsync("First");
        UntilHalfPastEight();

        await RunAsync();
        await RunAsync();
        await FileAsync("Second");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();

        Assert.Equal(["First waits for you", "Second waits for you"], (await DigestsAsync()).SelectMany(digest => digest.Notices).Select(notice => notice.Subject).Order());
    }

    [Fact]
    public async Task One_that_fell_due_while_nothing_ran_comes_late_but_comes()
    {
        await FileAsync("First");
        _app.Clock.Advance(TimeSpan.FromDays(3));

        await RunAsync();

        Assert.Single(await DigestsAsync());
    }

    [Fact]
    public async Task What_was_read_or_is_no_longer_wanted_is_left_out()
    {
        await FileAsync("First");
        await _app.ChooseAsync("wu", NoticePreferences.Default with { WaitsForMe = EmailChoice.Off });
        UntilHalfPastEight();

        await RunAsync();

        Assert.Empty(await DigestsAsync());
        Assert.All(await _app.NoticesAsync(), notice => Assert.Null(notice.DigestFrom));
    }

    [Fact]
    public async Task Two_instances_at_once_send_one()
    {
        await FileAsync("First");
        UntilHalfPastEight();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record.ExceptionAsync(RunAsync))));

        Assert.Single(await DigestsAsync());
    }

    [Fact]
    public async Task While_one_instance_makes_them_another_waits_and_finds_them_made()
    {
        await FileAsync("First");
        UntilHalfPastEight();
        await using var scope = _app.Get<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoonFlowDb>();
        await scope.ServiceProvider.GetRequiredService<SendDigestsHandler>().HandleAsync(CancellationToken.None);
        await db.SaveChangesAsync();

        var other = Task.Run(RunAsync);
        await Eventually.TrueAsync(async () => other.IsCompleted || await IsSomebodyWaitingAsync());
        Assert.Equal(1, await db.Outbox.Where(message => message.Listener == Subscriptions.Digests).ExecuteDeleteAsync());
        await db.Database.CurrentTransaction!.CommitAsync();
        await other;

        // The first one was delivered and is gone, so that nothing but waiting kept the second one from making it anew.
        Assert.Empty(await DigestsAsync());
    }

    private async Task<bool> IsSomebodyWaitingAsync()
    {
        await using var db = await _app.DbAsync();

        return await db.Database.SqlQuery<int>($"""
            SELECT count(*)::int AS "Value" FROM pg_locks
            WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """).SingleAsync() > 0;
    }

    private async Task FileAsync(string title)
    {
        await _app.SubmitLeaveAsync(days: 2, title: title);
        await _app.DeliverNoticesAsync(_mail);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    // The tests' clock begins at 16:00 in Shanghai.
    private void UntilHalfPastEight() => _app.Clock.Advance(TimeSpan.FromHours(16.5));

    private Task RunAsync() => _app.UseCases.RunAsync((SendDigestsHandler handler) => handler.HandleAsync(CancellationToken.None));

    private async Task<IReadOnlyList<DigestDelivery>> DigestsAsync() =>
        [.. (await _app.MessagesForAsync(Subscriptions.Digests)).Select(message => DomainJson.Read<DigestDelivery>(message.Content))];
}
