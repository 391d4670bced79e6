using LoonFlow.Web.Controls;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace LoonFlow.Web.Layout;

// Texts: Resources/<Feature>Texts.resx holds the English, Resources/<Feature>Texts.zh-CN.resx the Chinese,
// Resources/<Feature>Texts.cs the empty marker class; a screen injects IStringLocalizer<<Feature>Texts>.
// Keys are short PascalCase names ("SignOut"); a placeholder is {0}. Both files carry the same keys:
// ResourcesTests checks that for every .resx there is, so a new feature adds three files and nothing else.
internal static class LayoutSetup
{
    public static IServiceCollection AddLayout(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRequestLocalization(options =>
        {
            options.SupportedCultures = [.. Preferences.Cultures];
            options.SupportedUICultures = [.. Preferences.Cultures];
            options.DefaultRequestCulture = new RequestCulture(Preferences.Cultures[0]);
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new ReaderCultureProvider()];
        });

        services.AddSingleton<Preferences>();
        services.AddControls();
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents();

        return services;
    }

    /// <summary>Comes before sign-in and authorization, which the pages about errors pass again.</summary>
    public static WebApplication UseLayout(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        app.UseRequestLocalization();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(KeepPlainStatusCodesAsync);

        return app;
    }

    public static WebApplication MapLayout(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        PreferenceEndpoints.Map(app);

        return app;
    }

    // Programs that call us want the status code, not a page about it.
    private static Task KeepPlainStatusCodesAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    }
}
