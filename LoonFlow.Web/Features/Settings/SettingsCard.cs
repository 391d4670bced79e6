using LoonFlow.Web.Controls;

namespace LoonFlow.Web.Features.Settings;

/// <summary>
/// A page of settings as the overview shows it. Its words are "{Name}Title" and "{Name}About" in SettingsTexts; the page
/// itself stands within <see cref="AdministratorsOnly"/>.
/// </summary>
public sealed record SettingsCard(string Name, string Href, IconName Icon)
{
    /// <summary>All of them, in the order of the overview.</summary>
    public static readonly IReadOnlyList<SettingsCard> All =
    [
        new("Applications", "/settings/applications", IconName.Plug),
        new("Calendars", "/settings/calendars", IconName.Calendar),
        new("Channels", "/settings/channels", IconName.Bell),
        new("Deliveries", "/settings/deliveries", IconName.Send),
        new("Scripts", "/settings/scripts", IconName.File),
        new("Secrets", "/settings/secrets", IconName.Key),
    ];
}
