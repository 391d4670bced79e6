namespace LoonFlow.Domain.Timers;

/// <summary>
/// Counting working time. Local hours become moments before anything is counted, so a day with 23 or 25 hours counts
/// what was really worked. Every question has an answer: where a calendar has no working time within ten years of the
/// beginning, plain time is counted, and what lies beyond those years is plain time as well.
/// </summary>
public static class CalendarRules
{
    private const int HorizonDays = 3653;

    /// <summary>The moment at which so much working time has passed since <paramref name="from"/>, in UTC.</summary>
    public static DateTimeOffset Add(BusinessCalendar calendar, DateTimeOffset from, TimeSpan businessTime)
    {
        var rest = businessTime;
        var worked = false;

        if (rest <= TimeSpan.Zero)
        {
            return from.ToUniversalTime();
        }

        foreach (var (start, end) in Stretches(calendar, from))
        {
            worked = true;

            if (end - start >= rest)
            {
                return start + rest;
            }

            rest -= end - start;
        }

        return Later(worked ? Horizon(from) : from, rest);
    }

    /// <summary>How much working time lies between two moments; none when they are in the wrong order.</summary>
    public static TimeSpan Between(BusinessCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        var worked = false;

        if (to <= from)
        {
            return TimeSpan.Zero;
        }

        foreach (var (start, end) in Stretches(calendar, from))
        {
            worked = true;

            if (start >= to)
            {
                return sum;
            }

            sum += (end < to ? end : to) - start;
        }

        return !worked ? to - from
            : to > Horizon(from) ? sum + (to - Horizon(from))
            : sum;
    }

    /// <summary>The hours worked on a date, in order and without overlaps; none on a free day.</summary>
    public static IReadOnlyList<WorkingPeriod> HoursOf(BusinessCalendar calendar, DateOnly date) =>
        Hours(date, calendar, [.. calendar.Holidays], Extra(calendar));

    /// <summary>The sum of two moments in time, or the last moment there is.</summary>
    internal static DateTimeOffset Later(DateTimeOffset from, TimeSpan time) =>
        time <= TimeSpan.Zero ? from.ToUniversalTime()
        : DateTimeOffset.MaxValue - from <= time ? DateTimeOffset.MaxValue
        : from.ToUniversalTime() + time;

    private static DateTimeOffset Horizon(DateTimeOffset from) => Later(from, TimeSpan.FromDays(HorizonDays));

    /// <summary>The stretches of work after a moment, in order, up to the horizon.</summary>
    private static IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Stretches(BusinessCalendar calendar, DateTimeOffset from)
    {
        var holidays = calendar.Holidays.ToHashSet();
        var extra = Extra(calendar);
        var horizon = Horizon(from);
        var last = DateOnly.MaxValue.AddDays(-2);
        var begun = from.ToUniversalTime();

        // A day earlier, because a zone may have repeated the hours around midnight.
        for (var date = FirstDate(calendar, from); date < last; date = date.AddDays(1))
        {
            foreach (var period in Hours(date, calendar, holidays, extra))
            {
                var start = Moment(calendar.Zone, date.ToDateTime(period.From));
                var end = Moment(calendar.Zone, period.To == default ? date.AddDays(1).ToDateTime(default) : date.ToDateTime(period.To));

                start = start > begun ? start : begun;
                end = end < horizon ? end : horizon;

                if (start >= horizon)
                {
                    yield break;
                }

                if (end > start)
                {
                    yield return (start, end);
                }
            }

            if (Moment(calendar.Zone, date.ToDateTime(default)) >= horizon)
            {
                yield break;
            }
        }
    }

    private static DateOnly FirstDate(BusinessCalendar calendar, DateTimeOffset from)
    {
        var local = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, calendar.Zone).DateTime);

        return local > DateOnly.MinValue.AddDays(1) ? local.AddDays(-1) : local.AddDays(1);
    }

    private static Dictionary<DateOnly, ExtraWorkingDay> Extra(BusinessCalendar calendar) =>
        calendar.ExtraDays.GroupBy(day => day.Date).ToDictionary(same => same.Key, same => same.Last());

    private static IReadOnlyList<WorkingPeriod> Hours(
        DateOnly date, BusinessCalendar calendar, HashSet<DateOnly> holidays, Dictionary<DateOnly, ExtraWorkingDay> extra) =>
        extra.TryGetValue(date, out var day) ? WithoutOverlaps(day.Periods)
        : holidays.Contains(date) ? []
        : WithoutOverlaps(calendar.Week.GetValueOrDefault(date.DayOfWeek, []));

    private static List<WorkingPeriod> WithoutOverlaps(IReadOnlyList<WorkingPeriod> periods)
    {
        var clean = new List<WorkingPeriod>(periods.Count);

        foreach (var period in periods.Where(period => period.To == default || period.To > period.From).OrderBy(period => period.From))
        {
            if (clean is [.., var before] && (before.To == default || before.To >= period.From))
            {
                clean[^1] = before with { To = Later(before.To, period.To) };
            }
            else
            {
                clean.Add(period);
            }
        }

        return clean;
    }

    private static TimeOnly Later(TimeOnly a, TimeOnly b) => a == default || b == default ? default : a > b ? a : b;

    /// <summary>
    /// Never earlier for a later local time: an hour that the clocks skip is the moment they skip at, an hour that they
    /// repeat is the first of the two.
    /// </summary>
    private static DateTimeOffset Moment(TimeZoneInfo zone, DateTime local)
    {
        if (zone.IsInvalidTime(local))
        {
            local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        }

        // The longest skip there ever was is a whole day.
        for (var minutes = 0; minutes < 2 * 24 * 60 && zone.IsInvalidTime(local); minutes++)
        {
            local = local.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
