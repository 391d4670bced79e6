using LoonFlow.Domain.Notifications;

namespace LoonFlow.Web.Notifiers;

/// <summary>Speaks through the robot of a DingTalk group.</summary>
public sealed class DingTalkNotifier(ChannelStore channels, RobotCalls robots, TimeProvider clock) : INotifier
{
    private const int MaxBytes = 18_000;

    public ChannelKind Kind => ChannelKind.DingTalk;

    public async Task SendAsync(NoticeToSend notice, CancellationToken ct)
    {
        var channel = await channels.ForAsync(notice, Kind, ct);
        var url = channel.Secret.Length > 0
            ? RobotSignatures.DingTalkAddress(channel.Url.AbsoluteUri, channel.Secret, clock.GetUtcNow())
            : channel.Url.AbsoluteUri;

        await robots.PostAsync(channel, url, Content(notice, channel), ct);
    }

    private static object Content(NoticeToSend notice, NoticeChannel channel)
    {
        var phone = RobotText.PhoneToMention(notice, channel);
        var text = RobotText.Markdown(notice, MaxBytes);

        return new
        {
            msgtype = "markdown",
            markdown = new
            {
                title = MailMessages.OneLine(notice.Subject),

                // A number is called only where it stands in the text too.
                text = phone is null ? text : $"{text}\n\n@{phone}",
            },
            at = new { atMobiles = phone is null ? Array.Empty<string>() : [phone], isAtAll = channel.Mention is ChannelMention.Everyone },
        };
    }
}
