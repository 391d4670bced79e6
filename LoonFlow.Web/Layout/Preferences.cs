using System.Globalization;

namespace LoonFlow.Web.Layout;

/// <summary>What a reader chose for the look of the pages; kept in cookies, so that the first byte is already right.</summary>
public sealed class Preferences(IConfiguration configuration)
{
    public const string ThemeCookie = "lf-theme";
    public const string ZoneCookie = "lf-zone";

    public static readonly IReadOnlyList<string> Themes = ["light", "dark", "system"];
    public static readonly IReadOnlyList<CultureInfo> Cultures = [new("en"), new("zh-CN")];

    private readonly string _defaultZone = Known(configuration["Installation:TimeZone"]) ?? TimeZoneInfo.Local.Id;

    public string ThemeOf(HttpContext context) =>
        context.Request.Cookies[ThemeCookie] is { } theme && Themes.Contains(theme) ? theme : "system";

    public string ZoneOf(HttpContext context) => Known(context.Request.Cookies[ZoneCookie]) ?? _defaultZone;

    private static string? Known(string? zone) =>
        zone is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;
}
