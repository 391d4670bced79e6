using LoonFlow.Domain.Access;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Notices;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Support;

/// <summary>Notices from the decision to the bell and the notifier.</summary>
internal static class TestAppNoticeExtensions
{
    /// <summary>From here on mail can be sent.</summary>
    public static void SetMailUp(this TestApp app) => app.Get<IOptions<MailOptions>>().Value.Host = "mail.example.com";

    /// <summary>From here on mail goes to this server, unencrypted.</summary>
    public static void SendMailTo(this TestApp app, int port)
    {
        var mail = app.Get<IOptions<MailOptions>>().Value;
        (mail.Host, mail.Port, mail.StartTls, mail.From) = ("127.0.0.1", port, false, "loonflow@example.org");
    }

    /// <summary>Delivers to everybody there is, as the running product does, until nothing is due.</summary>
    public static async Task DeliverAllAsync(this TestApp app)
    {
        while (await app.Get<OutboxDispatcher>().DeliverDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>Delivers until nothing is due: a decision's notices bring messages of their own.</summary>
    public static async Task DeliverNoticesAsync(this TestApp app, params INotifier[] notifiers)
    {
        var dispatcher = app.Dispatcher(
            app.Get<NoticeListener>(),
            app.Get<NoticeFeed>(),
            app.Get<TicketFeed>(),
            new DeliveryListener(notifiers, app.Get<ChannelStore>()));

        while (await dispatcher.DeliverDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    public static async Task<IReadOnlyList<NoticeRow>> NoticesAsync(this TestApp app, string? userName = null)
    {
        UserId? recipient = userName is null ? null : (await app.PersonAsync(userName)).Id;
        await using var db = await app.DbAsync();

        return await db.Notices.AsNoTracking().Where(notice => recipient == null || notice.Recipient == recipient).OrderBy(notice => notice.At).ToListAsync();
    }

    public static async Task<IReadOnlyList<OutboxMessage>> MessagesForAsync(this TestApp app, string listener)
    {
        await using var db = await app.DbAsync();

        return await db.Outbox.AsNoTracking().Where(message => message.Listener == listener).ToListAsync();
    }

    public static Task ChooseAsync(this TestApp app, string userName, NoticePreferences chosen) => app.AsAsync(
        userName, (SaveNoticePreferencesHandler handler, Actor actor) => handler.HandleAsync(new SaveNoticePreferences(chosen), actor, CancellationToken.None));

    public static Task CommentAsync(this TestApp app, string userName, TicketId ticket, string comment) => app.AsAsync(
        userName, (CommentOnTicketHandler handler, Actor actor) => handler.HandleAsync(new CommentOnTicket(ticket, comment), actor, CancellationToken.None));
}
