using System.Text;

namespace LoonFlow.Web.Notifiers;

/// <summary>Notices as plain text.</summary>
internal static class MailText
{
    public static string Of(IReadOnlyList<NoticeToSend> notices)
    {
        var text = new StringBuilder();

        foreach (var notice in notices)
        {
            if (notices.Count > 1)
            {
                text.Append("== ").Append(MailMessages.OneLine(notice.Subject)).Append(" ==\n\n");
            }

            foreach (var paragraph in NoticeParagraphs.In(notice.Body))
            {
                text.Append(paragraph).Append("\n\n");
            }

            foreach (var field in notice.Fields)
            {
                text.Append(field.Label).Append(": ").Append(field.Value).Append('\n');
            }

            text.Append(notice.Fields is [] ? "" : "\n").Append(notice.LinkText).Append(": ").Append(notice.Url).Append("\n\n");
        }

        return text.ToString().Trim().ReplaceLineEndings("\r\n") + "\r\n";
    }
}
