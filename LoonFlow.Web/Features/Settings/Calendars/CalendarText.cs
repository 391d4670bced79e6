using System.Globalization;
using System.Text.RegularExpressions;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Web.Features.Settings.Calendars;

/// <summary>
/// Hours and days as they are typed and pasted: "9-12, 13:00–18:00", "2026-10-01", "2026-10-01 ~ 2026-10-07", one or
/// several to a line, with Chinese or Western signs.
/// </summary>
internal static partial class CalendarText
{
    private const int LongestRange = 366;

    /// <summary>The hours; null when they are not understood. No text is no hours.</summary>
    public static IReadOnlyList<WorkingPeriod>? Hours(string text)
    {
        var periods = new List<WorkingPeriod>();

        foreach (var part in HourSeparator().Split(text).Where(part => !string.IsNullOrWhiteSpace(part)))
        {
            if (Period().Match(part.Trim()) is not { Success: true } match
                || Time(match.Groups["h1"].Value, match.Groups["m1"].Value) is not { } from
                || Time(match.Groups["h2"].Value, match.Groups["m2"].Value) is not { } to
                || from >= to)
            {
                return null;
            }

            periods.Add(new WorkingPeriod(Of(from), Of(to)));
        }

        return periods;
    }

    /// <summary>The dates of a list, each once and in order; the entry that is not understood as the other answer.</summary>
    public static (IReadOnlyList<DateOnly> Dates, string? Wrong) Dates(string text)
    {
        var dates = new SortedSet<DateOnly>();

        foreach (var entry in DayEntries(text, DaySeparator()))
        {
            if (Range(entry) is not { Behind: "" } range)
            {
                return ([], entry);
            }

            dates.UnionWith(range.Dates);
        }

        return ([.. dates], null);
    }

    /// <summary>One day or range to a line, each with its hours behind it.</summary>
    public static (IReadOnlyList<ExtraWorkingDay> Days, string? Wrong) ExtraDays(string text)
    {
        var days = new SortedDictionary<DateOnly, ExtraWorkingDay>();

        foreach (var line in DayEntries(text, LineEnd()))
        {
            if (Range(line) is not { } range || Hours(range.Behind) is not [_, ..] hours)
            {
                return ([], line);
            }

            foreach (var date in range.Dates)
            {
                days[date] = new ExtraWorkingDay(date, hours);
            }
        }

        return ([.. days.Values], null);
    }

    public static string Written(IEnumerable<WorkingPeriod> periods) =>
        string.Join(", ", periods.Select(period => $"{Written(period.From)}-{(period.To == default ? "24:00" : Written(period.To))}"));

    /// <summary>One line for each day, or for each row of days that follow one another.</summary>
    public static string Written(IReadOnlyList<DateOnly> dates) => Lines(dates.Order().Select(date => (date, string.Empty)));

    public static string Written(IReadOnlyList<ExtraWorkingDay> days) => Lines(days.OrderBy(day => day.Date).Select(day => (day.Date, Written(day.Periods))));

    private static string Lines(IEnumerable<(DateOnly Date, string Hours)> days)
    {
        var lines = new List<(DateOnly From, DateOnly To, string Hours)>();

        foreach (var (date, hours) in days)
        {
            if (lines is [.., var last] && last.To.AddDays(1) == date && last.Hours == hours)
            {
                lines[^1] = last with { To = date };
            }
            else
            {
                lines.Add((date, date, hours));
            }
        }

        return string.Join('\n', lines.Select(line => $"{Written(line.From)}{(line.To > line.From ? $" ~ {Written(line.To)}" : "")} {line.Hours}".TrimEnd()));
    }

    private static IEnumerable<string> DayEntries(string text, Regex separator) =>
        separator.Split(text).Select(entry => entry.Trim()).Where(entry => entry.Length > 0);

    private static (IEnumerable<DateOnly> Dates, string Behind)? Range(string entry)
    {
        if (DayRange().Match(entry) is not { Success: true } match || Date(match, "1") is not { } from)
        {
            return null;
        }

        var to = match.Groups["y2"].Success ? Date(match, "2") : from;
        var days = to?.DayNumber - from.DayNumber + 1;

        return days is >= 1 and <= LongestRange
            ? (Enumerable.Range(0, days.Value).Select(from.AddDays), match.Groups["behind"].Value.Trim())
            : null;
    }

    private static DateOnly? Date(Match match, string number) => DateOnly.TryParseExact(
        $"{match.Groups["y" + number].Value}-{match.Groups["m" + number].Value}-{match.Groups["d" + number].Value}",
        "yyyy-M-d",
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out var date) ? date : null;

    /// <summary>Minutes since midnight, up to 24:00.</summary>
    private static int? Time(string hour, string minute)
    {
        var minutes = (int.Parse(hour, CultureInfo.InvariantCulture) * 60) + (minute.Length > 0 ? int.Parse(minute, CultureInfo.InvariantCulture) : 0);

        return minutes <= 24 * 60 && (minute.Length == 0 || minute[0] < '6') ? minutes : null;
    }

    private static TimeOnly Of(int minutes) => minutes == 24 * 60 ? default : new TimeOnly(minutes / 60, minutes % 60);

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[,;，；、]")]
    private static partial Regex HourSeparator();

    [GeneratedRegex(@"^(?<h1>[0-9]{1,2})(?:[:：](?<m1>[0-9]{2}))?\s*[-–—~～至]\s*(?<h2>[0-9]{1,2})(?:[:：](?<m2>[0-9]{2}))?$")]
    private static partial Regex Period();

    [GeneratedRegex(@"[,;，；、\r\n]")]
    private static partial Regex DaySeparator();

    [GeneratedRegex(@"[\r\n]")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^(?<y1>[0-9]{4})[-/.年](?<m1>[0-9]{1,2})[-/.月](?<d1>[0-9]{1,2})日?(?:\s*(?:[-–—~～至]|\.\.|to)\s*(?<y2>[0-9]{4})[-/.年](?<m2>[0-9]{1,2})[-/.月](?<d2>[0-9]{1,2})日?)?(?<behind>.*)$")]
    private static partial Regex DayRange();
}
