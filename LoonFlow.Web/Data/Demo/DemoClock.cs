namespace LoonFlow.Web.Data.Demo;

/// <summary>The time at which demo tickets were filed and handled: some days ago, moved on step by step.</summary>
internal sealed class DemoClock(TimeProvider real) : TimeProvider
{
    private readonly DateTimeOffset _today = real.GetUtcNow();
    private DateTimeOffset _now = real.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => _now;

    public DateTimeOffset DaysAgo(double days) => _today.AddDays(-days);

    public void Set(double daysAgo) => _now = DaysAgo(daysAgo);

    /// <summary>Never past the real present.</summary>
    public void Advance(double hours) => _now = _now.AddHours(hours) is var next && next < _today ? next : _today;
}
