using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Notifiers;

/// <summary>Writes notices as mail: the same in plain text and in HTML.</summary>
public sealed class MailMessages(IOptions<MailOptions> options, IStringLocalizer<MailTexts> texts)
{
    private const int MaxSubjectLength = 200;

    /// <summary>Text in which nothing can end a header.</summary>
    public static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split(text.Where(char.IsControl).Append(' ').Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries));

        return line.Length <= MaxSubjectLength ? line : string.Concat(line.AsSpan(0, MaxSubjectLength - 1), "…");
    }

    internal MailMessage Of(NoticeToSend notice, MailAddress to)
    {
        var message = Message(OneLine(notice.Subject), [notice], notice.Id, to);

        if (notice.Ticket is { } ticket)
        {
            // Mail programs show all mail about one ticket together.
            message.Headers["References"] = $"<ticket-{ticket}@{Domain}>";
        }

        return message;
    }

    /// <summary>Several notices in one mail, in the language of this moment.</summary>
    internal MailMessage Digest(IReadOnlyList<NoticeToSend> notices, Guid id, MailAddress to) => notices is [var only]
        ? Message(OneLine(only.Subject), notices, id, to)
        : Message(texts["DigestSubject", notices.Count, OneLine(options.Value.FromName)], notices, id, to);

    private string Domain => new MailAddress(options.Value.From).Host;

    private MailMessage Message(string subject, IReadOnlyList<NoticeToSend> notices, Guid id, MailAddress to)
    {
        var message = new MailMessage(new MailAddress(options.Value.From, OneLine(options.Value.FromName), Encoding.UTF8), to)
        {
            Subject = subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };

        message.Headers["Message-ID"] = $"<{id:N}@{Domain}>";

        // Out-of-office replies would answer nobody.
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["X-Auto-Response-Suppress"] = "All";

        message.AlternateViews.Add(View(MailText.Of(notices), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(MailHtml.Of(subject, notices), MediaTypeNames.Text.Html));

        return message;
    }

    private static AlternateView View(string content, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.Base64;

        return view;
    }
}
