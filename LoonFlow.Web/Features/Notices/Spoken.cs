using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Layout;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Saying something in a language that is not that of whoever caused it.</summary>
internal static class Spoken
{
    /// <summary>The text in every language of LoonFlow.</summary>
    public static Caption InEach(Func<string> say) => new(In("zh-CN", say), In("en", say));

    public static T In<T>(string language, Func<T> say)
    {
        var (culture, screen) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Preferences.Cultures.First(known => known.Name == language);

            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, screen);
        }
    }
}
