using System.Text;

namespace LoonFlow.Web.Api;

/// <summary>
/// Text in headers that may hold names in any script. Clients send it as UTF-8, or, where they know Latin letters only, in
/// percent signs.
/// </summary>
internal static class HeaderText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as it was sent; null when it is none, empty when there is no such header.</summary>
    public static string? Sent(HttpContext context, string name)
    {
        var value = context.Request.Headers[name].ToString();

        if (!value.Any(letter => letter is > '\u007F' and <= '\u00FF'))
        {
            return value;
        }

        try
        {
            return Strict.GetString(Encoding.Latin1.GetBytes(value));
        }
        catch (DecoderFallbackException)
        {
            // The sender's mistake; the caller says so.
            return null;
        }
    }

    /// <summary>The name that such a text means.</summary>
    public static string Meant(string sent)
    {
        var text = sent.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(sent) : sent;

        return text.Trim().Normalize(NormalizationForm.FormC);
    }
}
