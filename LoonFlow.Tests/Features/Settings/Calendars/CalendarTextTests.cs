using LoonFlow.Domain.Timers;
using LoonFlow.Web.Features.Settings.Calendars;

namespace LoonFlow.Tests.Features.Settings.Calendars;

public sealed class CalendarTextTests
{
    [Theory]
    [InlineData("9-12, 13:00–18:00", "09:00-12:00, 13:00-18:00")]
    [InlineData("9:00 ~ 12:00；13：30至18：00", "09:00-12:00, 13:30-18:00")]
    [InlineData("22:00-24:00", "22:00-24:00")]
    [InlineData("0-24", "00:00-24:00")]
    [InlineData(" ", "")]
    [InlineData("18-9", null)]
    [InlineData("9-25", null)]
    [InlineData("9:75-12", null)]
    [InlineData("nine to five", null)]
    [InlineData("9-12-15", null)]
    public void Hours_are_read_as_people_write_them(string text, string? expected)
    {
        Assert.Equal(expected, CalendarText.Hours(text) is { } hours ? CalendarText.Written(hours) : null);
    }

    [Theory]
    [InlineData("2026-10-01", "2026-10-01")]
    [InlineData("2026-10-01 ~ 2026-10-07", "2026-10-01 ~ 2026-10-07")]
    [InlineData("2026/10/1, 2026.10.2；2026年10月3日\n\n2026-10-09", "2026-10-01 ~ 2026-10-03\n2026-10-09")]
    [InlineData("2026年10月1日至2026年10月7日", "2026-10-01 ~ 2026-10-07")]
    [InlineData("2026-10-01..2026-10-02\n2026-10-02", "2026-10-01 ~ 2026-10-02")]
    [InlineData("", "")]
    public void Dates_and_ranges_are_read_from_a_list(string text, string expected)
    {
        var (dates, wrong) = CalendarText.Dates(text);

        Assert.Null(wrong);
        Assert.Equal(expected, CalendarText.Written(dates));
    }

    [Theory]
    [InlineData("2026-10-01\n2026-13-01", "2026-13-01")]
    [InlineData("2026-10-07 ~ 2026-10-01", "2026-10-07 ~ 2026-10-01")]
    [InlineData("2026-10-01 National Day", "2026-10-01 National Day")]
    [InlineData("2026-01-01 - 2036-01-01", "2026-01-01 - 2036-01-01")]
    [InlineData("tomorrow", "tomorrow")]
    public void The_entry_that_is_not_understood_is_named(string text, string wrong)
    {
        Assert.Equal(wrong, CalendarText.Dates(text).Wrong);
    }

    [Fact]
    public void Extra_days_carry_their_hours()
    {
        var (days, wrong) = CalendarText.ExtraDays("2026-10-10 9-12, 13-18\n2026-10-17 ~ 2026-10-18 10:00-11:00");

        Assert.Null(wrong);
        Assert.Equal("2026-10-10 09:00-12:00, 13:00-18:00\n2026-10-17 ~ 2026-10-18 10:00-11:00", CalendarText.Written(days));
        Assert.Equal("2026-10-10", CalendarText.ExtraDays("2026-10-10").Wrong);
    }

    [Fact]
    public void A_form_gives_back_the_calendar_that_it_shows()
    {
        var calendar = BusinessCalendar.Office(new CalendarId(5), "Office", TimeZoneInfo.Utc) with { Holidays = [new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 2)] };

        var (read, problems) = new CalendarForm(calendar, isDefault: true).Read();

        Assert.Empty(problems);
        Assert.Equal(calendar.Week.Keys, read.Week.Keys);
        Assert.Equal(calendar.Week.Values.SelectMany(hours => hours), read.Week.Values.SelectMany(hours => hours));
        Assert.Equal(calendar.Holidays, read.Holidays);
    }
}
