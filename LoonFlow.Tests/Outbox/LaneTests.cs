using LoonFlow.Web.Outbox;

namespace LoonFlow.Tests.Outbox;

public sealed class LaneTests
{
    [Fact]
    public void The_outside_world_may_be_away_for_a_day()
    {
        var waits = Enumerable.Range(1, Lane.Outside.MaxAttempts - 1).Select(Lane.Outside.WaitAfter).ToArray();

        Assert.True(waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait) > TimeSpan.FromHours(24));
        Assert.Equal(waits.Order(), waits);
    }

    [Fact]
    public void Who_was_away_for_an_hour_is_asked_again_within_half_an_hour_of_coming_back()
    {
        var passed = TimeSpan.Zero;
        var attempt = 0;

        while (passed < TimeSpan.FromHours(1))
        {
            passed += Lane.Outside.WaitAfter(++attempt);
        }

        Assert.True(attempt < Lane.Outside.MaxAttempts);
        Assert.True(passed - TimeSpan.FromHours(1) < TimeSpan.FromMinutes(30));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 16)]
    [InlineData(1000, 3600)]
    public void Waits_double_up_to_the_longest(int attempt, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Lane.Quick.WaitAfter(attempt));
    }
}
