using LoonFlow.Domain.Access;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Notices;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.Notices;

public sealed class GiveNoticesTests : IAsyncLifetime
{
    private readonly TestNotifier _mail = new(ChannelKind.Email);
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _app.SetMailUp();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_filed_ticket_rings_the_bell_of_whoever_must_act_and_sends_them_a_mail()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, title: "Holiday")).Value;

        await _app.DeliverNoticesAsync(_mail);

        var notice = Assert.Single(await _app.NoticesAsync());
        Assert.Equal((await _app.PersonAsync("wu")).Id, notice.Recipient);
        Assert.Equal("Holiday waits for you", notice.Title.English);
        Assert.Equal("Holiday 等待您处理", notice.Title.Text);
        Assert.Contains("Leader approval", notice.Text.English, StringComparison.Ordinal);
        var mail = Assert.Single(_mail.Sent);
        Assert.Equal("wu@spruce.example", mail.Recipient!.Email);
        Assert.Equal("Holiday 等待您处理", mail.Subject);
        Assert.Equal($"http://localhost:5080/tickets/{id.Value}", mail.Url);
        Assert.Equal("arrival", mail.Event);
    }

    [Fact]
    public async Task A_message_heard_twice_rings_once_and_sends_once()
    {
        await _app.SubmitLeaveAsync(days: 2);
        var message = Assert.Single(await _app.MessagesForAsync(Subscriptions.Notices));

        await _app.Get<NoticeListener>().HearAsync(message, CancellationToken.None);
        await _app.DeliverNoticesAsync(_mail);
        await _app.Get<NoticeListener>().HearAsync(message, CancellationToken.None);
        await _app.DeliverNoticesAsync(_mail);

        Assert.Single(await _app.NoticesAsync());
        Assert.Single(_mail.Sent);
    }

    [Fact]
    public async Task Two_instances_that_hear_a_message_at_once_ring_once()
    {
        await _app.SubmitLeaveAsync(days: 2);
        var message = Assert.Single(await _app.MessagesForAsync(Subscriptions.Notices));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Record.ExceptionAsync(
            () => _app.Get<NoticeListener>().HearAsync(message, CancellationToken.None)))));

        Assert.Single(await _app.NoticesAsync());
        Assert.Single(await _app.MessagesForAsync(Subscriptions.Deliveries));
    }

    [Fact]
    public async Task A_mail_that_fails_is_tried_again_alone()
    {
        _mail.Failures = 1;
        await _app.SubmitLeaveAsync(days: 2);

        await _app.DeliverNoticesAsync(_mail);
        Assert.Empty(_mail.Sent);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await _app.DeliverNoticesAsync(_mail);

        Assert.Single(_mail.Sent);
        Assert.Single(await _app.NoticesAsync());
    }

    [Fact]
    public async Task Someone_who_left_the_company_meanwhile_gets_nothing()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, by: "cai")).Value;
        await DeactivateAsync("luo");

        await _app.DeliverNoticesAsync(_mail);

        Assert.Equal("ma@spruce.example", Assert.Single(_mail.Sent).Recipient!.Email);
        Assert.Equal(id, Assert.Single(await _app.NoticesAsync()).Ticket);
    }

    [Fact]
    public async Task A_mention_reaches_only_those_who_may_view_the_ticket()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.DeliverNoticesAsync(_mail);

        await _app.CommentAsync("lin", id, "@wu please, and @feng too");
        await _app.DeliverNoticesAsync(_mail);

        Assert.Equal([NoticeEvent.Arrival, NoticeEvent.Mentioned], (await _app.NoticesAsync("wu")).Select(notice => notice.Event));
        Assert.Empty(await _app.NoticesAsync("feng"));
    }

    [Fact]
    public async Task The_creator_hears_what_became_of_the_ticket()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        await _app.TakeAsync(id, "wu", TransitionKind.Refuse);
        await _app.DeliverNoticesAsync(_mail);

        Assert.Equal(NoticeEvent.Returned, Assert.Single(await _app.NoticesAsync("lin")).Event);
    }

    [Fact]
    public async Task Each_gets_mail_when_and_in_the_language_they_chose()
    {
        await _app.ChooseAsync("wu", NoticePreferences.Default with { Language = "en", Comments = EmailChoice.AtOnce });
        await _app.ChooseAsync("lin", NoticePreferences.Default with { WaitsForMe = EmailChoice.Off });
        var id = (await _app.SubmitLeaveAsync(days: 2, title: "Holiday")).Value;
        await _app.CommentAsync("lin", id, "Please");
        await _app.TakeAsync(id, "wu", TransitionKind.Refuse);

        await _app.DeliverNoticesAsync(_mail);

        Assert.Equal(["Holiday waits for you", "林晓 Lin Xiao commented on Holiday"], _mail.Sent.Select(mail => mail.Subject).Order());
        Assert.Single(await _app.NoticesAsync("lin"));
    }

    [Fact]
    public async Task Without_a_mail_server_only_the_bell_rings()
    {
        _app.Get<IOptions<MailOptions>>().Value.Host = string.Empty;
        await _app.SubmitLeaveAsync(days: 2);

        await _app.DeliverNoticesAsync(_mail);

        Assert.Empty(_mail.Sent);
        Assert.Single(await _app.NoticesAsync("wu"));
    }

    [Fact]
    public async Task Reading_is_counted_per_ticket_or_for_all()
    {
        var first = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.SubmitLeaveAsync(days: 2);
        await _app.SubmitLeaveAsync(days: 2);
        await _app.DeliverNoticesAsync(_mail);
        var wu = await _app.PersonAsync("wu");

        Assert.Equal(1, await ReadAsync(new MarkNoticesRead(first, _app.Clock.GetUtcNow())));
        Assert.Equal(2, (await _app.Get<NoticeQueries>().GlanceAsync(wu, CancellationToken.None)).Unread);
        Assert.Equal(2, await ReadAsync(new MarkNoticesRead(null, _app.Clock.GetUtcNow())));
        Assert.Equal(0, (await _app.Get<NoticeQueries>().GlanceAsync(wu, CancellationToken.None)).Unread);
    }

    [Fact]
    public async Task Notices_are_read_in_the_commit_that_tells_the_bell()
    {
        await _app.SubmitLeaveAsync(days: 2);
        await _app.DeliverNoticesAsync(_mail);
        var wu = await _app.PersonAsync("wu");

        await using (var scope = _app.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<MarkNoticesReadHandler>()
                .HandleAsync(new MarkNoticesRead(null, _app.Clock.GetUtcNow()), wu, CancellationToken.None);
        }

        Assert.All(await _app.NoticesAsync("wu"), notice => Assert.Null(notice.ReadAt));
    }

    [Fact]
    public async Task Whoever_acted_on_a_ticket_has_read_what_they_were_told_of_it()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.SubmitLeaveAsync(days: 2);
        await _app.DeliverNoticesAsync(_mail);

        await _app.TakeAsync(id, "wu", TransitionKind.Agree);
        await _app.DeliverNoticesAsync(_mail);

        Assert.Equal([id], (await _app.NoticesAsync("wu")).Where(notice => notice.ReadAt is not null).Select(notice => notice.Ticket));
    }

    [Fact]
    public async Task Old_notices_are_forgotten()
    {
        await _app.SubmitLeaveAsync(days: 2);
        await _app.DeliverNoticesAsync(_mail);
        _app.Clock.Advance(TimeSpan.FromDays(181));

        await _app.UseCases.RunAsync((RemoveOldNoticesHandler handler) => handler.HandleAsync(CancellationToken.None));

        Assert.Empty(await _app.NoticesAsync());
    }

    private async Task<int> ReadAsync(MarkNoticesRead command) => (await _app.AsAsync(
        "wu", (MarkNoticesReadHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None))).Value;

    private async Task DeactivateAsync(string userName)
    {
        await using var db = await _app.DbAsync();
        (await db.Set<UserAccount>().SingleAsync(user => user.UserName == userName)).IsActive = false;
        await db.SaveChangesAsync();
    }
}
