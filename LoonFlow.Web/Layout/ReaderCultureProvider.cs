using Microsoft.AspNetCore.Localization;

namespace LoonFlow.Web.Layout;

/// <summary>Any Chinese that a browser prefers ("zh", "zh-Hans-CN", "zh-TW") is served Chinese, any English English.</summary>
internal sealed class ReaderCultureProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var preferred = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Served(language.Value.Value))
            .FirstOrDefault(culture => culture is not null);

        return Task.FromResult(preferred is null ? null : new ProviderCultureResult(preferred));
    }

    private static string? Served(string? language) => language switch
    {
        not null when language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => "zh-CN",
        not null when language.StartsWith("en", StringComparison.OrdinalIgnoreCase) => "en",
        _ => null,
    };
}
