namespace LoonFlow.Domain.Timers;

/// <summary>Names one calendar of working time for ever.</summary>
public readonly record struct CalendarId(long Value);

/// <summary>Part of a day that is worked, in the calendar's zone. Ending at 00:00 means until the end of the day.</summary>
public readonly record struct WorkingPeriod(TimeOnly From, TimeOnly To);

/// <summary>A day that is worked although its weekday or a holiday says otherwise, with its own hours.</summary>
public sealed record ExtraWorkingDay(DateOnly Date, IReadOnlyList<WorkingPeriod> Periods);

/// <summary>When the company, or a part of it, works. "Eight hours" of a timer are counted in it.</summary>
public sealed record BusinessCalendar
{
    public const int MaxNameLength = 100;
    public const int MaxPeriodsPerDay = 8;

    /// <summary>How many holidays, and how many extra working days, one calendar takes.</summary>
    public const int MaxSpecialDays = 2000;

    private static readonly IReadOnlyList<WorkingPeriod> OfficeHours =
        [new(new TimeOnly(9, 0), new TimeOnly(12, 0)), new(new TimeOnly(13, 0), new TimeOnly(18, 0))];

    public required CalendarId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The zone in which the hours and dates are meant.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The hours of each weekday; a day that is missing is not worked.</summary>
    public IReadOnlyDictionary<DayOfWeek, IReadOnlyList<WorkingPeriod>> Week { get; init; } =
        new Dictionary<DayOfWeek, IReadOnlyList<WorkingPeriod>>();

    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Days worked although they would be free; they outdo holidays and weekdays.</summary>
    public IReadOnlyList<ExtraWorkingDay> ExtraDays { get; init; } = [];

    /// <summary>Monday to Friday, 9 to 12 and 13 to 18 o'clock: what an installation starts with.</summary>
    public static BusinessCalendar Office(CalendarId id, string name, TimeZoneInfo zone) => new()
    {
        Id = id,
        Name = name,
        Zone = zone,
        Week = Enumerable.Range((int)DayOfWeek.Monday, 5).ToDictionary(day => (DayOfWeek)day, _ => OfficeHours),
    };
}
