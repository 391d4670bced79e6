using LoonFlow.Domain.Access;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Mail;
using LoonFlow.Web.Features.Notices;
using LoonFlow.Web.Features.Settings.Channels;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Tests.Features.Notices;

/// <summary>
/// The whole way of a notice on real parts: what somebody does, the outbox, who is told, and what a real SMTP server and a
/// webhook of the company got. Cai files; Ma and Luo must act.
/// </summary>
public sealed class DecisionToMailboxTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private TestMailServer _server = null!;
    private TestReceiver _group = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync(("Hooks:AllowPrivateAddresses", "true"));
        _server = await TestMailServer.StartAsync(startTls: false);
        _group = await TestReceiver.StartAsync();
        _app.SendMailTo(_server.Port);
        var channel = await _app.AsAsync("anqi", (SaveChannelHandler handler, Actor actor) => handler.HandleAsync(
            new SaveChannel(null, ChannelKind.Webhook, "Everybody", _group.Url, "s3cret", ChannelMention.Nobody, IsActive: true), actor, CancellationToken.None));
        var leave = await _app.WorkflowAsync("Leave");
        var document = leave.Document with { Notices = leave.Document.Notices with { Channels = [channel.Value] } };
        Expect.Accepted(await _app.UseCases.PublishAsync(leave.Workflow, document));

        foreach (var name in new[] { "ma", "luo", "cai" })
        {
            await _app.ChooseAsync(name, new NoticePreferences(EmailChoice.AtOnce, EmailChoice.AtOnce, EmailChoice.AtOnce, "en"));
        }
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
        await _group.DisposeAsync();
    }

    [Fact]
    public async Task Each_recipient_gets_one_mail_and_the_group_one_message()
    {
        await FileAsync();

        await _app.DeliverAllAsync();
        await _app.DeliverAllAsync();

        Assert.Equal(["luo@spruce.example: Holiday waits for you", "ma@spruce.example: Holiday waits for you"], await MailsAsync());
        Assert.Single(_group.Calls);
        Assert.Equal(["luo", "ma"], await RungAsync());
    }

    [Fact]
    public async Task Everybody_is_told_once_of_each_thing_that_those_who_step_in_do()
    {
        var id = await FileAsync();
        await _app.DeliverAllAsync();
        await MailsAsync();

        Expect.Accepted(await _app.AsAsync("anqi", (DeleteTicketHandler handler, Actor actor) => handler.HandleAsync(new DeleteTicket(id, null, "Filed twice"), actor, CancellationToken.None)));
        await _app.DeliverAllAsync();
        Assert.Equal(To("Holiday was deleted", "cai", "luo", "ma"), await MailsAsync());

        Expect.Accepted(await _app.AsAsync("anqi", (RestoreTicketHandler handler, Actor actor) => handler.HandleAsync(new RestoreTicket(id, null), actor, CancellationToken.None)));
        await _app.DeliverAllAsync();
        Assert.Equal(To("Holiday was brought back", "cai", "luo", "ma"), await MailsAsync());
    }

    [Fact]
    public async Task What_was_about_to_be_told_of_a_ticket_that_is_deleted_meanwhile_is_told_to_nobody()
    {
        var id = await FileAsync();
        Expect.Accepted(await _app.AsAsync("anqi", (DeleteTicketHandler handler, Actor actor) => handler.HandleAsync(new DeleteTicket(id, null, "Filed twice"), actor, CancellationToken.None)));

        await _app.DeliverAllAsync();

        Assert.Equal(To("Holiday was deleted", "cai", "luo", "ma"), await MailsAsync());
    }

    [Fact]
    public async Task Whoever_a_comment_mentions_hears_that_and_nothing_else_of_it()
    {
        var id = await FileAsync();
        await _app.DeliverAllAsync();
        await MailsAsync();

        await _app.CommentAsync("cai", id, "@ma 请看一下, and mail me at cai@luo.example");
        await _app.DeliverAllAsync();

        Assert.Equal(["luo@spruce.example: 蔡 commented on Holiday", "ma@spruce.example: 蔡 mentioned you in Holiday"], Named(await MailsAsync()));
    }

    [Fact]
    public async Task A_crash_after_the_words_were_found_tells_nobody_twice()
    {
        await FileAsync();
        var message = Assert.Single(await _app.MessagesForAsync(Subscriptions.Notices));
        await _app.Get<NoticeListener>().HearAsync(message, CancellationToken.None);

        await _app.DeliverAllAsync();

        Assert.Equal(2, (await MailsAsync()).Count);
        Assert.Single(_group.Calls);
    }

    [Fact]
    public async Task A_crash_between_sending_and_writing_it_down_sends_the_same_mail_under_the_same_id()
    {
        await FileAsync();
        await _app.Get<NoticeListener>().HearAsync(Assert.Single(await _app.MessagesForAsync(Subscriptions.Notices)), CancellationToken.None);
        var deliveries = _app.Get<IEnumerable<IOutboxListener>>().Single(listener => listener.Name == Subscriptions.Deliveries);

        await using (var db = await _app.DbAsync())
        {
            var now = _app.Clock.GetUtcNow();

            foreach (var held in await db.LeaseOutboxAsync(Subscriptions.Deliveries, now, now.AddMinutes(1), 10, CancellationToken.None))
            {
                await deliveries.HearAsync(held, CancellationToken.None);
            }
        }

        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await _app.DeliverAllAsync();
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.DeliverAllAsync();

        var mails = await TakenAsync();
        Assert.Equal(4, mails.Count);
        Assert.Equal(2, mails.DistinctBy(mail => mail.MessageId).Count());
        Assert.Equal(2, _group.Calls.Count);
        Assert.Single(_group.Calls.Select(call => call.Headers["X-LoonFlow-Delivery"]).Distinct());
        Assert.Equal(["luo", "ma"], await RungAsync());
    }

    private static IEnumerable<string> To(string subject, params string[] names) => names.Select(name => $"{name}@spruce.example: {subject}");

    /// <summary>With people called by the first letter of their names, however the demo company spells the rest.</summary>
    private static IEnumerable<string> Named(IEnumerable<string> mails) =>
        mails.Select(mail => System.Text.RegularExpressions.Regex.Replace(mail, "蔡[^:]*? (commented|mentioned)", "蔡 $1"));

    private async Task<TicketId> FileAsync() => (await _app.SubmitLeaveAsync(days: 0.5m, by: "cai", title: "Holiday")).Value;

    private async Task<IReadOnlyList<string>> MailsAsync() =>
        [.. (await TakenAsync()).Select(mail => $"{mail.Recipients.Single()}: {mail.Subject}").Order(StringComparer.Ordinal)];

    /// <summary>All that arrived until now: a last one is sent behind them.</summary>
    private async Task<IReadOnlyList<TestMail>> TakenAsync()
    {
        var last = Guid.NewGuid().ToString();
        await _app.Get<EmailNotifier>().SendAsync(Support.Mail.Notices.Leave with { Subject = last }, CancellationToken.None);
        var mails = new List<TestMail>();

        while (await _server.TakeAsync() is var mail && mail.Subject != last)
        {
            mails.Add(mail);
        }

        return mails;
    }

    private async Task<IEnumerable<string>> RungAsync()
    {
        var company = await _app.CompanyAsync();

        return (await _app.NoticesAsync()).Select(notice => company.User(notice.Recipient)!.UserName).Order(StringComparer.Ordinal);
    }
}
