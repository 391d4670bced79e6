using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace LoonFlow.Web.Layout;

internal static class PreferenceEndpoints
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var preferences = routes.MapGroup("/preferences").AllowAnonymous().ExcludeFromDescription();
        preferences.MapGet("/language", ChooseLanguage);
        preferences.MapGet("/theme", ChooseTheme);
    }

    private static Results<RedirectHttpResult, BadRequest> ChooseLanguage(string? culture, string? returnUrl, HttpContext context)
    {
        if (Preferences.Cultures.FirstOrDefault(known => known.Name == culture) is not { } chosen)
        {
            return TypedResults.BadRequest();
        }

        var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen));
        Keep(context, CookieRequestCultureProvider.DefaultCookieName, value);
        return BackTo(returnUrl);
    }

    private static Results<RedirectHttpResult, BadRequest> ChooseTheme(string? theme, string? returnUrl, HttpContext context)
    {
        if (theme is null || !Preferences.Themes.Contains(theme))
        {
            return TypedResults.BadRequest();
        }

        Keep(context, Preferences.ThemeCookie, theme);
        return BackTo(returnUrl);
    }

    // The browser script changes the theme in place and writes the same cookie, hence not HttpOnly.
    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = Kept,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
        });

    private static RedirectHttpResult BackTo(string? returnUrl) => TypedResults.Redirect(LocalUrl.OrHome(returnUrl));
}
