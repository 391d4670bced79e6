using System.Globalization;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>
/// The highest number that serials of each of the latest days have, so that LoonFlow counts on from there: {prefix}_{YYYYMMDD}{NNNN},
/// one count per day for all prefixes (spec B.4).
/// </summary>
internal sealed class SerialDays
{
    private const int MostDays = 7;
    private const int DayLength = 8;

    private readonly SortedDictionary<DateOnly, long> _days = [];

    /// <summary>The latest days; serials of earlier ones are given out no more.</summary>
    public IReadOnlyDictionary<DateOnly, long> Days => _days;

    public void Note(string? serial)
    {
        var digits = serial is null ? default : serial.AsSpan(serial.LastIndexOf('_') + 1).Trim();

        if (digits.Length <= DayLength
            || !DateOnly.TryParseExact(digits[..DayLength], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !long.TryParse(digits[DayLength..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number > int.MaxValue)
        {
            return;
        }

        _days[day] = Math.Max(number, _days.GetValueOrDefault(day));

        if (_days.Count > MostDays)
        {
            _days.Remove(_days.Keys.First());
        }
    }
}
