using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Timers;

/// <summary>What can be wrong with a calendar before it is kept, each with its stable code and its cure.</summary>
public static class CalendarProblems
{
    public const string Name = "name";
    public const string Holidays = "holidays";
    public const string ExtraDays = "extra_days";

    public static readonly FieldProblem NameMissing = new(Name, "calendar.name_missing", "Give the calendar a name.");

    public static readonly FieldProblem NameTooLong =
        new(Name, "calendar.name_too_long", $"A name takes at most {BusinessCalendar.MaxNameLength} characters.") { Arguments = [Number(BusinessCalendar.MaxNameLength)] };

    public static readonly FieldProblem NameTaken = new(Name, "calendar.name_taken", "Another calendar has this name.");

    public static FieldProblem TooManyDays(string key) =>
        new(key, "calendar.too_many_days", $"At most {BusinessCalendar.MaxSpecialDays} days.") { Arguments = [Number(BusinessCalendar.MaxSpecialDays)] };

    public static FieldProblem HoursWrong(string key, string hours) =>
        new(key, "calendar.hours_wrong", $"“{hours}” is not understood; write hours such as 9:00-12:00, 13:00-18:00.") { Arguments = [hours] };

    public static FieldProblem DayWrong(string key, string day) =>
        new(key, "calendar.day_wrong", $"“{day}” is not understood; write a date such as 2026-10-01, or two of them for a range.") { Arguments = [day] };

    public static FieldProblem ExtraDayWrong(string line) =>
        new(ExtraDays, "calendar.extra_day_wrong", $"“{line}” is not understood; write the date and its hours, such as 2026-10-10 9:00-18:00.") { Arguments = [line] };

    /// <summary>The key under which a weekday's hours are spoken of.</summary>
    public static string KeyOf(DayOfWeek day) => day.ToString().ToLowerInvariant();

    /// <summary>Everything that is wrong with a calendar among others.</summary>
    public static IReadOnlyList<FieldProblem> Of(BusinessCalendar calendar, IEnumerable<BusinessCalendar> others) =>
    [
        .. NameProblems(calendar, others),
        .. calendar.Week.Where(day => AreWrong(day.Value)).Select(day => HoursWrong(KeyOf(day.Key), Written(day.Value))),
        .. calendar.Holidays.Count > BusinessCalendar.MaxSpecialDays ? [TooManyDays(Holidays)] : Array.Empty<FieldProblem>(),
        .. calendar.ExtraDays.Count > BusinessCalendar.MaxSpecialDays ? [TooManyDays(ExtraDays)] : Array.Empty<FieldProblem>(),
        .. calendar.ExtraDays.Where(day => day.Periods is [] || AreWrong(day.Periods)).Select(day => HoursWrong(ExtraDays, Written(day.Periods))),
    ];

    private static IEnumerable<FieldProblem> NameProblems(BusinessCalendar calendar, IEnumerable<BusinessCalendar> others)
    {
        if (string.IsNullOrWhiteSpace(calendar.Name))
        {
            yield return NameMissing;
        }
        else if (calendar.Name.Length > BusinessCalendar.MaxNameLength)
        {
            yield return NameTooLong;
        }
        else if (others.Any(other => other.Id != calendar.Id && string.Equals(other.Name, calendar.Name, StringComparison.OrdinalIgnoreCase)))
        {
            yield return NameTaken;
        }
    }

    private static bool AreWrong(IReadOnlyList<WorkingPeriod> periods) =>
        periods.Count > BusinessCalendar.MaxPeriodsPerDay || periods.Any(period => period.To != default && period.To <= period.From);

    private static string Written(IEnumerable<WorkingPeriod> periods) => string.Join(", ", periods.Select(
        period => string.Create(CultureInfo.InvariantCulture, $"{period.From:HH\\:mm}-{period.To:HH\\:mm}")));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
