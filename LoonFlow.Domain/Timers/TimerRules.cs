using LoonFlow.Domain.Workflows.Changes;

namespace LoonFlow.Domain.Timers;

/// <summary>
/// When the timers of a stay are due. Moments are kept in UTC, so neither a zone's summer time nor a clock that goes
/// back moves one.
/// </summary>
public static class TimerRules
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(4);

    /// <summary>The timers of a stay that begins now.</summary>
    public static IReadOnlyList<VisitTimer> Start(IReadOnlyList<TimerSetting> settings, DateTimeOffset now, BusinessCalendar? calendar) =>
        [.. settings.Select(setting => new VisitTimer { Number = setting.Number, DueAt = Due(setting, now, setting.After, calendar) })];

    /// <summary>
    /// The timers of a stay whose settings are other ones now: counted from when the stay began, except that what has done
    /// its work is not done again, and what nobody changed goes on as it is.
    /// </summary>
    public static IReadOnlyList<VisitTimer> Replan(
        IReadOnlyList<TimerSetting> before, IReadOnlyList<TimerSetting> settings, IReadOnlyList<VisitTimer> timers, DateTimeOffset since, BusinessCalendar? calendar) =>
    [
        .. settings.Select(setting => (Setting: setting, Timer: timers.FirstOrDefault(timer => timer.Number == setting.Number)))
            .Select(pair => pair.Timer is { } timer && (timer is { DueAt: null, Remaining: null } || before.Any(old => SameValue.Are(old, pair.Setting)))
                ? timer
                : new VisitTimer { Number = pair.Setting.Number, DueAt = Due(pair.Setting, since, pair.Setting.After, calendar), Fired = pair.Timer?.Fired ?? 0 }),
    ];

    /// <summary>Stops the clocks that stand still during a consultation.</summary>
    public static IReadOnlyList<VisitTimer> Pause(
        IReadOnlyList<TimerSetting> settings, IReadOnlyList<VisitTimer> timers, DateTimeOffset now, BusinessCalendar? calendar) =>
        [.. timers.Select(timer => timer.DueAt is { } due && Setting(settings, timer) is { PausesForConsultation: true } setting
            ? timer with { DueAt = null, Remaining = Left(setting, now, due, calendar) }
            : timer)];

    /// <summary>Lets the clocks that stood still go on where they stopped.</summary>
    public static IReadOnlyList<VisitTimer> Resume(
        IReadOnlyList<TimerSetting> settings, IReadOnlyList<VisitTimer> timers, DateTimeOffset now, BusinessCalendar? calendar) =>
        [.. timers.Select(timer => timer.Remaining is { } remaining && Setting(settings, timer) is { } setting
            ? timer with { DueAt = Due(setting, now, remaining, calendar), Remaining = null }
            : timer)];

    /// <summary>A timer that did its work: due again for the next reminder, or done.</summary>
    public static VisitTimer AfterFiring(TimerSetting setting, VisitTimer timer, DateTimeOffset now, BusinessCalendar? calendar)
    {
        var fired = timer.Fired + 1;

        return timer with
        {
            Fired = fired,
            Failed = 0,
            Failure = null,
            Remaining = null,
            // Counted from now: after a week out of service nobody is reminded seven times at once.
            DueAt = setting.Action is TimerAction.Remind remind && fired < remind.Times ? Due(setting, now, remind.Every, calendar) : null,
        };
    }

    /// <summary>A timer that could not do its work and tries again at the given moment.</summary>
    public static VisitTimer Postpone(VisitTimer timer, DateTimeOffset until, string failure) =>
        timer with { DueAt = until, Remaining = null, Failed = timer.Failed + 1, Failure = failure };

    /// <summary>When a timer that could not do its work tries again: after a minute, then twice as long each time, at most four hours.</summary>
    public static DateTimeOffset NextTry(VisitTimer timer, DateTimeOffset now) =>
        CalendarRules.Later(now, TimeSpan.FromTicks(Math.Min(LongestRetry.Ticks, FirstRetry.Ticks << Math.Clamp(timer.Failed, 0, 16))));

    /// <summary>When the first of them is due; null when none waits for a moment.</summary>
    public static DateTimeOffset? NextDue(IReadOnlyList<VisitTimer> timers) => timers.Min(timer => timer.DueAt);

    private static TimerSetting? Setting(IReadOnlyList<TimerSetting> settings, VisitTimer timer) =>
        settings.FirstOrDefault(setting => setting.Number == timer.Number);

    private static DateTimeOffset Due(TimerSetting setting, DateTimeOffset now, TimeSpan time, BusinessCalendar? calendar) =>
        setting.InBusinessTime && calendar is not null ? CalendarRules.Add(calendar, now, time) : CalendarRules.Later(now, time);

    private static TimeSpan Left(TimerSetting setting, DateTimeOffset now, DateTimeOffset due, BusinessCalendar? calendar) =>
        due <= now ? TimeSpan.Zero
        : setting.InBusinessTime && calendar is not null ? CalendarRules.Between(calendar, now, due)
        : due - now;
}
