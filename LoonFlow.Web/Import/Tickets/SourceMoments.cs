using System.Globalization;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>Moments as loonflow keeps them: the installation's local time, without a zone (spec 0.4).</summary>
internal static class SourceMoments
{
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>Null when it is none, or the year 1 that stands for none.</summary>
    public static DateTime? Local(string? text) =>
        DateTime.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > 1 ? local : null;

    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone) => Local(text) is { } local ? InZone(local, zone) : null;

    /// <summary>In UTC. An hour that the clocks left out is taken as the one before they were put forward.</summary>
    public static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(local);

        return local.Ticks - offset.Ticks < DateTimeOffset.MinValue.Ticks || local.Ticks - offset.Ticks > DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset(local, TimeSpan.Zero)
            : new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
