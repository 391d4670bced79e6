using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class TimeTests : ScreenTest
{
    private static readonly TestClock Clock = new();
    private static readonly DateTimeOffset Now = Clock.GetUtcNow();
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public TimeTests() => Services.AddSingleton<TimeProvider>(Clock);

    public static TheoryData<DateTimeOffset, string> Distances => new()
    {
        { Now.AddSeconds(-20), "just now" },
        { Now.AddMinutes(-12), "12 min ago" },
        { Now.AddMinutes(25), "in 25 min" },
        { Now.AddHours(-3), "today 13:00" },
        { Now.AddHours(-17), "yesterday 23:00" },
        { Now.AddHours(9), "tomorrow 01:00" },
        { Now.AddDays(-20), "10 Feb" },
        { Now.AddDays(-100), "22 Nov 2025" },
    };

    [Theory]
    [MemberData(nameof(Distances))]
    public void A_moment_is_told_by_its_distance_in_the_readers_zone(DateTimeOffset at, string told)
    {
        Assert.Equal(told, Show(at).Find("time").TextContent);
    }

    [Fact]
    public void The_exact_time_is_the_title()
    {
        Assert.Equal("2 Mar 2026, 13:00", Show(Now.AddHours(-3)).Find("time").GetAttribute("title"));
    }

    [Fact]
    public void Programs_read_the_time_in_utc()
    {
        Assert.Equal("2026-03-02T05:00:00Z", Show(Now.AddHours(-3)).Find("time").GetAttribute("datetime"));
    }

    [Fact]
    public void Chinese_readers_read_Chinese()
    {
        Speak("zh-CN");

        var time = Show(Now.AddHours(-17)).Find("time");

        Assert.Equal("昨天 23:00", time.TextContent);
        Assert.Equal("2026年3月1日 23:00", time.GetAttribute("title"));
    }

    private IRenderedComponent<Time> Show(DateTimeOffset at) =>
        Render<Time>(parameters => parameters.Add(time => time.At, at).AddCascadingValue(Shanghai));
}
