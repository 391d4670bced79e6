using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features;

/// <summary>Captions as the reader of this screen reads them.</summary>
public static class ReaderLanguage
{
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>What is new is called in the language of whoever adds it: a name in a language that they do not read would go stale unseen.</summary>
    public static Caption Named(string chinese, string english) => Current == "en" ? english : chinese;

    public static string ForReader(this Caption caption) => caption.In(Current);
}
