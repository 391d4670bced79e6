using LoonFlow.Domain.Timers;

namespace LoonFlow.Tests.Domain.Timers;

public sealed class CalendarRulesTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo Apia = TimeZoneInfo.FindSystemTimeZoneById("Pacific/Apia");

    private static readonly BusinessCalendar Office = BusinessCalendar.Office(new CalendarId(1), "Office", Shanghai);

    [Theory]
    [InlineData("2026-03-02 09:00", 3, "2026-03-02 12:00")]
    [InlineData("2026-03-02 09:00", 4, "2026-03-02 14:00")]
    [InlineData("2026-03-02 12:30", 1, "2026-03-02 14:00")]
    [InlineData("2026-03-06 17:00", 2, "2026-03-09 10:00")]
    [InlineData("2026-03-07 11:00", 8, "2026-03-09 18:00")]
    [InlineData("2026-03-02 06:00", 40, "2026-03-06 18:00")]
    public void Lunch_nights_and_weekends_do_not_count(string from, int hours, string expected)
    {
        Assert.Equal(At(expected, Shanghai), CalendarRules.Add(Office, At(from, Shanghai), TimeSpan.FromHours(hours)));
    }

    [Fact]
    public void A_holiday_does_not_count_and_an_extra_working_day_does()
    {
        var calendar = Office with
        {
            Holidays = [new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 2)],
            ExtraDays = [new ExtraWorkingDay(new DateOnly(2026, 10, 3), [new(new TimeOnly(10, 0), new TimeOnly(11, 0))])],
        };

        var due = CalendarRules.Add(calendar, At("2026-09-30 17:00", Shanghai), TimeSpan.FromHours(3));

        Assert.Equal(At("2026-10-05 10:00", Shanghai), due);
    }

    [Fact]
    public void An_extra_working_day_outdoes_a_holiday_of_the_same_date()
    {
        var date = new DateOnly(2026, 3, 3);
        var calendar = Office with { Holidays = [date], ExtraDays = [new ExtraWorkingDay(date, [new(new TimeOnly(8, 0), default)])] };

        Assert.Equal(TimeSpan.FromHours(16), CalendarRules.Between(calendar, At("2026-03-03 00:00", Shanghai), At("2026-03-04 00:00", Shanghai)));
    }

    [Fact]
    public void Periods_that_overlap_count_once()
    {
        var date = new DateOnly(2026, 3, 3);
        WorkingPeriod[] periods = [new(new TimeOnly(10, 0), new TimeOnly(12, 0)), new(new TimeOnly(9, 0), new TimeOnly(11, 0)), new(new TimeOnly(12, 0), new TimeOnly(13, 0))];

        var hours = CalendarRules.HoursOf(Office with { ExtraDays = [new ExtraWorkingDay(date, periods)] }, date);

        Assert.Equal([new WorkingPeriod(new TimeOnly(9, 0), new TimeOnly(13, 0))], hours);
    }

    [Theory]
    [InlineData("2026-03-29 00:00", "2026-03-30 00:00", 23)]
    [InlineData("2026-10-25 00:00", "2026-10-26 00:00", 25)]
    [InlineData("2026-07-01 00:00", "2026-07-02 00:00", 24)]
    public void A_day_of_the_summer_time_change_counts_what_was_really_worked(string from, string to, int hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), CalendarRules.Between(AroundTheClock(Berlin), At(from, Berlin), At(to, Berlin)));
    }

    [Theory]
    [InlineData("2026-03-27 17:00", "2026-03-30 09:00")]
    [InlineData("2026-10-23 17:00", "2026-10-26 09:00")]
    public void Office_hours_stay_where_the_clock_on_the_wall_is(string from, string expected)
    {
        var due = CalendarRules.Add(Office with { Zone = Berlin }, At(from, Berlin), TimeSpan.FromHours(1) + TimeSpan.FromTicks(1));

        Assert.Equal(At(expected, Berlin).AddTicks(1), due);
    }

    [Fact]
    public void A_calendar_without_working_time_counts_plain_time()
    {
        var calendar = Office with { Week = new Dictionary<DayOfWeek, IReadOnlyList<WorkingPeriod>>() };
        var from = At("2026-03-02 09:00", Shanghai);

        Assert.Equal(from.AddHours(5), CalendarRules.Add(calendar, from, TimeSpan.FromHours(5)));
        Assert.Equal(TimeSpan.FromHours(5), CalendarRules.Between(calendar, from, from.AddHours(5)));
    }

    [Fact]
    public void Nothing_makes_it_throw_or_go_on_for_ever()
    {
        DateTimeOffset[] moments = [DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(30), At("2011-12-30 00:00", Shanghai), DateTimeOffset.MaxValue.AddHours(-30), DateTimeOffset.MaxValue];
        TimeSpan[] times = [TimeSpan.MinValue, TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromDays(30), TimeSpan.MaxValue];

        foreach (var zone in new[] { TimeZoneInfo.Utc, Berlin, Apia })
        {
            foreach (var (from, time) in moments.SelectMany(_ => times, (from, time) => (from, time)))
            {
                Assert.True(CalendarRules.Add(Office with { Zone = zone }, from, time) >= from);
                Assert.True(CalendarRules.Between(Office with { Zone = zone }, from, DateTimeOffset.MaxValue) >= TimeSpan.Zero);
            }
        }
    }

    [Fact]
    public void What_is_added_lies_between_for_any_calendar_and_moment()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var calendar = AnyCalendar(random);
            var from = AnyMoment(random);
            var time = TimeSpan.FromMinutes(random.Next(1, 20_000));

            var due = CalendarRules.Add(calendar, from, time);

            Assert.True(time == CalendarRules.Between(calendar, from, due), $"seed {seed}");
        }
    }

    [Fact]
    public void Later_or_longer_is_never_due_earlier()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var calendar = AnyCalendar(random);
            var from = AnyMoment(random);
            var time = TimeSpan.FromMinutes(random.Next(0, 10_000));
            var more = TimeSpan.FromMinutes(random.Next(0, 3_000));

            var due = CalendarRules.Add(calendar, from, time);

            Assert.True(CalendarRules.Add(calendar, from, time + more) >= due, $"seed {seed}");
            Assert.True(CalendarRules.Add(calendar, from + more, time) >= due, $"seed {seed}");
            Assert.True(
                CalendarRules.Between(calendar, from, due + more) >= CalendarRules.Between(calendar, from, due),
                $"seed {seed}");
        }
    }

    private static BusinessCalendar AnyCalendar(Random random) => new()
    {
        Id = new CalendarId(1),
        Name = "Any",
        Zone = random.Next(4) switch { 0 => Shanghai, 1 => Apia, 2 => TimeZoneInfo.Utc, _ => Berlin },
        Week = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) > 0).ToDictionary(day => day, _ => AnyPeriods(random)),
        Holidays = [.. Enumerable.Range(0, random.Next(6)).Select(_ => AnyDate(random))],
        ExtraDays = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new ExtraWorkingDay(AnyDate(random), AnyPeriods(random)))],
    };

    private static IReadOnlyList<WorkingPeriod> AnyPeriods(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new WorkingPeriod(AnyTime(random), random.Next(5) == 0 ? default : AnyTime(random)))];

    private static TimeOnly AnyTime(Random random) => new(random.Next(24), random.Next(60));

    private static DateOnly AnyDate(Random random) => new DateOnly(2026, 3, 1).AddDays(random.Next(240));

    private static DateTimeOffset AnyMoment(Random random) => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(240 * 1440));

    private static BusinessCalendar AroundTheClock(TimeZoneInfo zone) => Office with
    {
        Zone = zone,
        Week = Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => (IReadOnlyList<WorkingPeriod>)[default]),
    };

    private static DateTimeOffset At(string local, TimeZoneInfo zone)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        return new DateTimeOffset(time, zone.GetUtcOffset(time));
    }
}
