using System.Globalization;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Controls;

/// <summary>A moment in the reader's own zone: how long ago, with the exact time as its title.</summary>
public sealed partial class Time : ComponentBase
{
    [Parameter, EditorRequired]
    public required DateTimeOffset At { get; set; }

    /// <summary>Shows the date and the time of day instead of the distance.</summary>
    [Parameter]
    public bool Exact { get; set; }

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<ControlsTexts> Texts { get; init; }

    private DateTimeOffset Local => TimeZoneInfo.ConvertTime(At, Zone);

    private string Exactly => Local.ToString(Texts["ExactFormat"], CultureInfo.CurrentCulture);

    private string Relatively
    {
        get
        {
            var now = TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Zone);
            var distance = now - Local;

            return Math.Abs((now.Date - Local.Date).TotalDays) switch
            {
                _ when distance.Duration() < TimeSpan.FromMinutes(1) => Texts["JustNow"],
                _ when distance > TimeSpan.Zero && distance < TimeSpan.FromHours(1) => Texts["MinutesAgo", (int)distance.TotalMinutes],
                _ when distance < TimeSpan.Zero && distance > -TimeSpan.FromHours(1) => Texts["InMinutes", (int)-distance.TotalMinutes],
                0 => Texts["Today", TimeOfDay],
                1 when distance > TimeSpan.Zero => Texts["Yesterday", TimeOfDay],
                1 => Texts["Tomorrow", TimeOfDay],
                _ when now.Year == Local.Year => Local.ToString(Texts["DayFormat"], CultureInfo.CurrentCulture),
                _ => Local.ToString(Texts["DateFormat"], CultureInfo.CurrentCulture),
            };
        }
    }

    private string TimeOfDay => Local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
