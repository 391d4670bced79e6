using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features;

/// <summary>Captions as the reader of this screen reads them.</summary>
public static class ReaderLanguage
{
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string ForReader(this Caption caption) => caption.In(Current);
}
