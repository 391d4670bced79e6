using LoonFlow.Domain.Notifications;

namespace LoonFlow.Web.Notifiers;

/// <summary>Speaks through the robot of a WeCom group.</summary>
public sealed class WeComNotifier(ChannelStore channels, RobotCalls robots) : INotifier
{
    private const int MaxMarkdownBytes = 4096;
    private const int MaxTextBytes = 2048;

    public ChannelKind Kind => ChannelKind.WeCom;

    public async Task SendAsync(NoticeToSend notice, CancellationToken ct)
    {
        var channel = await channels.ForAsync(notice, Kind, ct);

        await robots.PostAsync(channel, channel.Url.AbsoluteUri, Content(notice, channel), ct);
    }

    // Only plain text can call somebody by phone number.
    private static object Content(NoticeToSend notice, NoticeChannel channel) => Mentioned(notice, channel) is { } mentioned
        ? new { msgtype = "text", text = new { content = RobotText.Plain(notice, MaxTextBytes), mentioned_mobile_list = new[] { mentioned } } }
        : new { msgtype = "markdown", markdown = new { content = RobotText.Markdown(notice, MaxMarkdownBytes) } };

    private static string? Mentioned(NoticeToSend notice, NoticeChannel channel) =>
        channel.Mention is ChannelMention.Everyone ? "@all" : RobotText.PhoneToMention(notice, channel);
}
