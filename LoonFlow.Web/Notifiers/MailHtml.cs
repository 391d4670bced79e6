using System.Globalization;
using System.Net;
using System.Text;

namespace LoonFlow.Web.Notifiers;

/// <summary>
/// Notices as HTML that mail programs of every age draw: one column, looks in the elements themselves, and colours that
/// are readable on white and on black, because many programs turn a mail dark without asking it.
/// </summary>
internal static class MailHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',Arial,sans-serif;font-size:15px;line-height:1.55";
    private const string Quiet = "color:#6f7b75";
    private const string Button = "display:inline-block;padding:10px 20px;border-radius:8px;background-color:#0d5c4e;color:#ffffff;font-weight:600;text-decoration:none";

    public static string Of(string title, IReadOnlyList<NoticeToSend> notices)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{Encoded(title)}</title>
            </head>
            <body style="margin:0;padding:24px 16px;{Font}">
            <div style="max-width:600px;margin:0 auto">

            """);

        foreach (var notice in notices)
        {
            Append(html, notice, isFirst: notice == notices[0], notices.Count > 1);
        }

        return html.Append("</div>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, NoticeToSend notice, bool isFirst, bool isOneOfMany)
    {
        var line = isFirst ? "" : "margin-top:28px;padding-top:24px;border-top:1px solid #9aa5a0";
        var size = isOneOfMany ? "17px" : "20px";
        html.Append(CultureInfo.InvariantCulture, $"<div style=\"{line}\">\n<h1 style=\"margin:0 0 16px;font-size:{size};line-height:1.3\">{Encoded(notice.Subject)}</h1>\n");

        foreach (var paragraph in NoticeParagraphs.In(notice.Body))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:0 0 14px\">{Encoded(paragraph).Replace("\n", "<br>\n", StringComparison.Ordinal)}</p>\n");
        }

        if (notice.Fields is not [])
        {
            Append(html, notice.Fields);
        }

        if (IsWebAddress(notice.Url))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:20px 0 0\"><a href=\"{Encoded(notice.Url)}\" style=\"{Button}\">{Encoded(notice.LinkText)}</a></p>\n");
        }

        html.Append("</div>\n");
    }

    private static void Append(StringBuilder html, IReadOnlyList<NoticeField> fields)
    {
        html.Append("<table cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 14px;border-collapse:collapse;font-size:15px;line-height:1.5\">\n");

        foreach (var field in fields)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\" style=\"padding:3px 20px 3px 0;{Quiet};font-weight:400;text-align:left;vertical-align:top\">{Encoded(field.Label)}</th>");
            html.Append(CultureInfo.InvariantCulture, $"<td style=\"padding:3px 0;vertical-align:top\">{Encoded(field.Value).Replace("\n", "<br>", StringComparison.Ordinal)}</td></tr>\n");
        }

        html.Append("</table>\n");
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text.ReplaceLineEndings("\n"));

    private static bool IsWebAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
