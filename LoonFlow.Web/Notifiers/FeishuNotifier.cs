using System.Globalization;
using LoonFlow.Domain.Notifications;

namespace LoonFlow.Web.Notifiers;

/// <summary>Speaks through the robot of a Feishu (Lark) group, in cards whose texts are plain: nothing in them is a mark.</summary>
public sealed class FeishuNotifier(ChannelStore channels, RobotCalls robots, TimeProvider clock) : INotifier
{
    private const int MaxBodyBytes = 12_000;
    private const int MaxFieldBytes = 500;

    public ChannelKind Kind => ChannelKind.Feishu;

    public async Task SendAsync(NoticeToSend notice, CancellationToken ct)
    {
        var channel = await channels.ForAsync(notice, Kind, ct);
        var content = new Dictionary<string, object> { ["msg_type"] = "interactive", ["card"] = Card(notice, channel) };

        if (channel.Secret.Length > 0)
        {
            var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
            content["timestamp"] = timestamp.ToString(CultureInfo.InvariantCulture);
            content["sign"] = RobotSignatures.Feishu(channel.Secret, timestamp);
        }

        await robots.PostAsync(channel, channel.Url.AbsoluteUri, content, ct);
    }

    private static object Card(NoticeToSend notice, NoticeChannel channel) => new
    {
        config = new { wide_screen_mode = true },
        header = new { title = Plain(MailMessages.OneLine(notice.Subject)), template = "turquoise" },
        elements = Elements(notice, channel),
    };

    private static IEnumerable<object> Elements(NoticeToSend notice, NoticeChannel channel)
    {
        // A robot knows people by Feishu's own ids only, which are not ours: it can call everyone, or name somebody.
        if (channel.Mention is ChannelMention.Everyone)
        {
            yield return new { tag = "div", text = new { tag = "lark_md", content = "<at id=all></at>" } };
        }
        else if (channel.Mention is ChannelMention.Recipient && notice.Recipient is { } recipient)
        {
            yield return new { tag = "div", text = Plain($"@{recipient.Name}") };
        }

        yield return new { tag = "div", text = Plain(RobotText.Cut(string.Join("\n\n", NoticeParagraphs.In(notice.Body)), MaxBodyBytes)) };

        if (notice.Fields is not [])
        {
            yield return new { tag = "div", fields = notice.Fields.Select(field => new { is_short = true, text = Plain(RobotText.Cut($"{field.Label}\n{field.Value}", MaxFieldBytes)) }) };
        }

        yield return new { tag = "action", actions = new[] { new { tag = "button", text = Plain(notice.LinkText), type = "primary", url = notice.Url } } };
    }

    private static object Plain(string text) => new { tag = "plain_text", content = text };
}
