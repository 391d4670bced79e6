using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Domain.Timers;

public sealed class TimerRulesTests
{
    /// <summary>A Monday, 9 o'clock in the office.</summary>
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly BusinessCalendar Office = BusinessCalendar.Office(new CalendarId(1), "Office", TimeZoneInfo.Utc);

    private static readonly TimerSetting Deadline = new() { Number = 1, Action = new TimerAction.Take(new TransitionId(7)), After = TimeSpan.FromHours(9) };

    private static readonly TimerSetting Reminder = new() { Number = 2, Action = new TimerAction.Remind(3, TimeSpan.FromHours(1)), After = TimeSpan.FromHours(2) };

    [Fact]
    public void Plain_time_and_business_time_begin_with_the_stay()
    {
        var timers = TimerRules.Start([Deadline, Deadline with { Number = 3, InBusinessTime = true }], Now, Office);

        Assert.Equal([Now.AddHours(9), Now.AddDays(1).AddHours(1)], timers.Select(timer => timer.DueAt!.Value));
        Assert.Equal(Now.AddHours(9), TimerRules.NextDue(timers));
    }

    [Fact]
    public void Business_time_without_a_calendar_is_plain_time()
    {
        var timer = Assert.Single(TimerRules.Start([Deadline with { InBusinessTime = true }], Now, calendar: null));

        Assert.Equal(Now.AddHours(9), timer.DueAt);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pause_is_not_counted_and_what_was_left_is_kept(bool business)
    {
        TimerSetting[] settings = [Deadline with { PausesForConsultation = true, InBusinessTime = business }, Reminder];
        var started = TimerRules.Start(settings, Now, Office);

        var paused = TimerRules.Pause(settings, started, Now.AddHours(1), Office);
        var resumed = TimerRules.Resume(settings, paused, Now.AddDays(7), Office);

        Assert.Null(paused[0].DueAt);
        Assert.Equal(TimeSpan.FromHours(8), paused[0].Remaining);
        Assert.Equal(started[1], paused[1]);
        Assert.Equal(Now.AddDays(7).AddHours(business ? 9 : 8), resumed[0].DueAt);
        Assert.Null(resumed[0].Remaining);
    }

    [Fact]
    public void What_was_overdue_when_it_paused_is_due_when_it_goes_on()
    {
        TimerSetting[] settings = [Deadline with { PausesForConsultation = true }];
        var paused = TimerRules.Pause(settings, TimerRules.Start(settings, Now, Office), Now.AddDays(1), Office);

        var resumed = TimerRules.Resume(settings, paused, Now.AddDays(2), Office);

        Assert.Equal(Now.AddDays(2), Assert.Single(resumed).DueAt);
    }

    [Fact]
    public void A_reminder_is_due_as_often_as_it_says()
    {
        var timer = Assert.Single(TimerRules.Start([Reminder], Now, Office));
        var dues = new List<DateTimeOffset>();

        while (timer.DueAt is { } due)
        {
            dues.Add(due);
            timer = TimerRules.AfterFiring(Reminder, timer, due, Office);
        }

        Assert.Equal([Now.AddHours(2), Now.AddHours(3), Now.AddHours(4)], dues);
        Assert.Equal(3, timer.Fired);
    }

    [Fact]
    public void After_a_long_silence_reminders_do_not_come_in_a_heap()
    {
        var timer = Assert.Single(TimerRules.Start([Reminder], Now, Office));

        var next = TimerRules.AfterFiring(Reminder, timer, Now.AddDays(9), Office);

        Assert.Equal(Now.AddDays(9).AddHours(1), next.DueAt);
    }

    [Fact]
    public void A_failure_is_kept_and_tried_again_ever_more_seldom()
    {
        var timer = Assert.Single(TimerRules.Start([Deadline], Now, Office));
        var waits = new List<double>();

        for (var time = 0; time < 10; time++)
        {
            var until = TimerRules.NextTry(timer, Now);
            waits.Add((until - Now).TotalMinutes);
            timer = TimerRules.Postpone(timer, until, "ticket.form_incomplete");
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 240, 240], waits);
        Assert.Equal("ticket.form_incomplete", timer.Failure);
        Assert.Null(TimerRules.AfterFiring(Deadline, timer, Now, Office).Failure);
    }

    [Fact]
    public void Without_timers_nothing_is_due()
    {
        Assert.Null(TimerRules.NextDue([]));
        Assert.Null(TimerRules.NextDue(TimerRules.Pause([Deadline with { PausesForConsultation = true }], TimerRules.Start([Deadline], Now, Office), Now, Office)));
    }
}
