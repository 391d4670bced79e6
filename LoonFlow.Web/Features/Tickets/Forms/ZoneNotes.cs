using System.Globalization;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>Times in forms are those of the installation; a reader elsewhere is told.</summary>
internal static class ZoneNotes
{
    /// <summary>"UTC+8" where the reader's clock shows another time than the installation's; null where it shows the same.</summary>
    public static string? For(TimeZoneInfo zone, TimeZoneInfo? reader, DateTimeOffset at)
    {
        var offset = zone.GetUtcOffset(at);

        return reader is null || reader.GetUtcOffset(at) == offset ? null
            : string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset.Duration().ToString(offset.Minutes == 0 ? "%h" : "h\\:mm", CultureInfo.InvariantCulture)}");
    }
}
