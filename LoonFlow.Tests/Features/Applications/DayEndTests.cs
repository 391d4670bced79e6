using LoonFlow.Web.Features.Applications;

namespace LoonFlow.Tests.Features.Applications;

public sealed class DayEndTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2026-03-01", "2026-03-01T16:00:00Z")]
    [InlineData("America/New_York", "2026-07-01", "2026-07-02T04:00:00Z")]
    [InlineData("Africa/Cairo", "2026-04-23", "2026-04-23T22:00:00Z")]
    public void A_day_ends_where_its_reader_lives(string zone, string day, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, null), DayEnd.Of(DateOnly.Parse(day, null), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void The_last_day_of_all_is_no_failure() => Assert.True(DayEnd.Of(DateOnly.MaxValue, TimeZoneInfo.Utc).Year > 2100);

    [Fact]
    public void A_day_that_ended_at_midnight_is_named_by_itself()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        Assert.Equal(1, TimeZoneInfo.ConvertTime(DayEnd.LastOf(DayEnd.Of(new DateOnly(2026, 3, 1), zone)), zone).Day);
    }
}
