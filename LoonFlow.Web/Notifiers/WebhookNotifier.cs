using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Notifiers;

/// <summary>Posts notices as JSON to a system of the company's own, signed like every hook.</summary>
public sealed class WebhookNotifier(ChannelStore channels, HookClient hooks) : INotifier
{
    public ChannelKind Kind => ChannelKind.Webhook;

    public async Task SendAsync(NoticeToSend notice, CancellationToken ct)
    {
        var channel = await channels.ForAsync(notice, Kind, ct);
        var request = new HookRequest(channel.Url.AbsoluteUri, RobotJson.Of(Content(notice)))
        {
            Secret = channel.Secret,
            Delivery = notice.Id,
            ExpectsJson = false,
        };

        if ((await hooks.CallAsync(request, ct)).Problem is { } problem)
        {
            throw new NoticeNotDeliveredException(problem);
        }
    }

    private static object Content(NoticeToSend notice) => new
    {
        notice.Id,
        notice.Event,
        notice.Subject,
        Text = notice.Body,
        notice.Fields,
        Link = new { notice.Url, Text = notice.LinkText },
        Ticket = notice.Ticket is { } ticket ? new { Id = ticket, Serial = notice.TicketSerial } : null,
        Recipient = notice.Recipient is { } recipient ? new { recipient.UserName, recipient.Name, recipient.Email, recipient.Phone } : null,
    };
}
