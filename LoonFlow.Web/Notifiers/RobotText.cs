using System.Text;
using LoonFlow.Domain.Notifications;

namespace LoonFlow.Web.Notifiers;

/// <summary>Notices in the words and marks that chat robots take.</summary>
internal static class RobotText
{
    /// <summary>A notice in Markdown of at most so many bytes; what is too long ends early, the link stays.</summary>
    public static string Markdown(NoticeToSend notice, int maxBytes)
    {
        var link = $"\n\n[{Harmless(notice.LinkText)}]({Address(notice.Url)})";
        var text = new StringBuilder("### ").Append(Harmless(MailMessages.OneLine(notice.Subject)));

        foreach (var paragraph in NoticeParagraphs.In(notice.Body))
        {
            text.Append("\n\n").Append(Harmless(paragraph));
        }

        foreach (var field in notice.Fields)
        {
            text.Append("\n\n> ").Append(Harmless(field.Label)).Append(": ").Append(Harmless(MailMessages.OneLine(field.Value)));
        }

        return Cut(text.ToString(), maxBytes - Encoding.UTF8.GetByteCount(link)) + link;
    }

    /// <summary>A notice in plain text of at most so many bytes.</summary>
    public static string Plain(NoticeToSend notice, int maxBytes)
    {
        var link = $"\n\n{notice.LinkText}: {notice.Url}";
        var text = new StringBuilder(MailMessages.OneLine(notice.Subject));

        foreach (var paragraph in NoticeParagraphs.In(notice.Body))
        {
            text.Append("\n\n").Append(paragraph);
        }

        text.Append(notice.Fields is [] ? "" : "\n");

        foreach (var field in notice.Fields)
        {
            text.Append('\n').Append(field.Label).Append(": ").Append(MailMessages.OneLine(field.Value));
        }

        return Cut(text.ToString(), maxBytes - Encoding.UTF8.GetByteCount(link)) + link;
    }

    /// <summary>The phone number to call in a group; null where nobody is called by number.</summary>
    public static string? PhoneToMention(NoticeToSend notice, NoticeChannel channel) =>
        channel.Mention is ChannelMention.Recipient
        && string.Concat(notice.Recipient?.Phone.Where(character => char.IsAsciiDigit(character) || character is '+') ?? []) is { Length: > 0 } phone
            ? phone
            : null;

    /// <summary>As much of a text as fits into so many bytes of UTF-8.</summary>
    public static string Cut(string text, int maxBytes)
    {
        const string end = " …";

        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        var room = maxBytes - Encoding.UTF8.GetByteCount(end);
        var kept = new StringBuilder();

        foreach (var rune in text.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;

            if (room < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.Append(end).ToString();
    }

    /// <summary>
    /// Text in which nothing is a link, a mention or a heading. Robots know no escape character, so what they would act
    /// on is written with its full-width twin, which reads the same.
    /// </summary>
    private static string Harmless(string text) => string.Concat(text.ReplaceLineEndings("\n").Select(character => character switch
    {
        '[' => '［',
        ']' => '］',
        '<' => '＜',
        '>' => '＞',
        '*' => '＊',
        '#' => '＃',
        '`' => '｀',
        '@' => '＠',
        '!' => '！',
        _ => character,
    }));

    private static string Address(string url) => url.Replace(")", "%29", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal);
}
