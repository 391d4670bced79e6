using LoonFlow.Domain.Common;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Web.Features.Settings.Calendars;

/// <summary>A calendar as it is being typed.</summary>
internal sealed class CalendarForm
{
    /// <summary>The order of a week in forms; the preview begins on Monday as well.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly BusinessCalendar _calendar;

    public CalendarForm(BusinessCalendar calendar, bool isDefault)
    {
        _calendar = calendar;
        Name = calendar.Name;
        Zone = calendar.Zone.Id;
        Hours = Days.ToDictionary(day => day, day => CalendarText.Written(calendar.Week.GetValueOrDefault(day, [])));
        Holidays = CalendarText.Written(calendar.Holidays);
        ExtraDays = CalendarText.Written(calendar.ExtraDays);
        IsDefault = isDefault;
    }

    public string? Name { get; set; }

    public string Zone { get; set; }

    public Dictionary<DayOfWeek, string> Hours { get; }

    public string? Holidays { get; set; }

    public string? ExtraDays { get; set; }

    public bool IsDefault { get; set; }

    /// <summary>What of it is understood, and what is not.</summary>
    public (BusinessCalendar Calendar, IReadOnlyList<FieldProblem> Problems) Read()
    {
        var problems = new List<FieldProblem>();
        var week = new Dictionary<DayOfWeek, IReadOnlyList<WorkingPeriod>>();

        foreach (var day in Days)
        {
            if (CalendarText.Hours(Hours[day]) is not { } periods)
            {
                problems.Add(CalendarProblems.HoursWrong(CalendarProblems.KeyOf(day), Hours[day]));
            }
            else if (periods is not [])
            {
                week[day] = periods;
            }
        }

        var (holidays, wrongHoliday) = CalendarText.Dates(Holidays ?? string.Empty);
        var (extraDays, wrongDay) = CalendarText.ExtraDays(ExtraDays ?? string.Empty);

        if (wrongHoliday is not null)
        {
            problems.Add(CalendarProblems.DayWrong(CalendarProblems.Holidays, wrongHoliday));
        }

        if (wrongDay is not null)
        {
            problems.Add(CalendarProblems.ExtraDayWrong(wrongDay));
        }

        return (_calendar with
        {
            Name = Name?.Trim() ?? string.Empty,
            Zone = TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : _calendar.Zone,
            Week = week,
            Holidays = holidays,
            ExtraDays = extraDays,
        }, problems);
    }
}
