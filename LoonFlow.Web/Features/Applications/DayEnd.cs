using System.Globalization;

namespace LoonFlow.Web.Features.Applications;

/// <summary>A day that is still good, as the moment at which it is over where its reader lives.</summary>
internal static class DayEnd
{
    /// <summary>Later than any rule allows, and early enough to be counted with.</summary>
    private static readonly DateOnly Farthest = new(9000, 1, 1);

    public static DateTimeOffset Of(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = (day < Farthest ? day : Farthest).AddDays(1).ToDateTime(default);

        // Where clocks are put forward at midnight, that midnight does not exist: the day ends when they are.
        return new DateTimeOffset(midnight, zone.GetUtcOffset(zone.IsInvalidTime(midnight) ? midnight.AddHours(-1) : midnight)).ToUniversalTime();
    }

    /// <summary>The last moment that is still good: of a day that has ended at midnight, people name that day.</summary>
    public static DateTimeOffset LastOf(DateTimeOffset end) => end.AddSeconds(-1);

    /// <summary>Today, or so many days later, where the reader lives.</summary>
    public static DateOnly InDays(int days, DateTimeOffset now, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(days);

    /// <summary>As a field for days takes it.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
