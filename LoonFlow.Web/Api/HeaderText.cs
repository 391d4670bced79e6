using System.Text;

namespace LoonFlow.Web.Api;

/// <summary>
/// Text in a header. Kestrel reads headers as UTF-8 where they are; clients that know Latin letters only send other names in
/// percent signs.
/// </summary>
internal static class HeaderText
{
    public static string Of(string value)
    {
        var text = value.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(value) : value;

        return text.Trim().Normalize(NormalizationForm.FormC);
    }
}
