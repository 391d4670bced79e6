using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Timers;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings.Calendars;

namespace LoonFlow.Tests.Features.Settings.Calendars;

public sealed class SaveCalendarTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task An_installation_starts_with_office_hours_in_its_own_zone()
    {
        var calendar = Assert.Single((await _app.CompanyAsync()).Calendars);

        Assert.Equal("Asia/Shanghai", calendar.Zone.Id);
        Assert.Equal(8, CalendarRules.HoursOf(calendar, new DateOnly(2026, 3, 2)).Sum(period => (period.To - period.From).TotalHours));
    }

    [Fact]
    public async Task What_an_administrator_saves_is_what_timers_count_in()
    {
        var wanted = BusinessCalendar.Office(default, " Warehouse ", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")) with
        {
            Holidays = [new DateOnly(2026, 5, 1)],
            ExtraDays = [new ExtraWorkingDay(new DateOnly(2026, 5, 2), [new(new TimeOnly(22, 0), default)])],
        };

        var id = (await SaveAsync(wanted)).Value;

        var kept = (await _app.CompanyAsync()).Calendar(id)!;
        Assert.Equal("Warehouse", kept.Name);
        Assert.Equal("Europe/Berlin", kept.Zone.Id);
        Assert.Equal(wanted.Week[DayOfWeek.Friday], kept.Week[DayOfWeek.Friday]);
        Assert.Equal(wanted.Holidays, kept.Holidays);
        Assert.Equal(wanted.ExtraDays[0].Periods, kept.ExtraDays[0].Periods);
    }

    [Fact]
    public async Task One_calendar_is_the_default()
    {
        var first = (await _app.CompanyAsync()).Calendars[0];

        var second = (await SaveAsync(BusinessCalendar.Office(default, "Second", TimeZoneInfo.Utc), isDefault: true)).Value;

        Assert.Equal(second, (await _app.CompanyAsync()).Calendar(null)!.Id);
        Expect.Refused(CalendarRefusals.IsDefault, await SaveAsync((await _app.CompanyAsync()).Calendar(second)!));
        Expect.Refused(CalendarRefusals.IsDefault, await RemoveAsync(second));
        Expect.Accepted(await RemoveAsync(first.Id));
        Assert.Equal(second, Assert.Single((await _app.CompanyAsync()).Calendars).Id);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var first = (await _app.CompanyAsync()).Calendars[0];
        var wrong = BusinessCalendar.Office(default, first.Name.ToUpperInvariant(), TimeZoneInfo.Utc) with
        {
            Week = new Dictionary<DayOfWeek, IReadOnlyList<WorkingPeriod>> { [DayOfWeek.Monday] = [new(new TimeOnly(18, 0), new TimeOnly(9, 0))] },
            ExtraDays = [new ExtraWorkingDay(new DateOnly(2026, 5, 2), [])],
        };

        var refusal = (await SaveAsync(wrong)).Refusal!;

        Assert.Equal(CalendarRefusals.NotValid.Code, refusal.Code);
        Assert.Equal(["name", "monday", "extra_days"], refusal.Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_not_overwritten()
    {
        var seen = (await _app.CompanyAsync()).Calendars[0];
        await SaveAsync(seen with { Holidays = [new DateOnly(2026, 10, 1)] }, isDefault: true);

        var late = await SaveAsync(seen with { Name = "Shifts" }, isDefault: true, seen);
        var asNow = (await _app.CompanyAsync()).Calendars[0];
        var again = await SaveAsync(asNow with { Name = "Shifts" }, isDefault: true, asNow);

        Expect.Refused(CalendarRefusals.ChangedMeanwhile, late);
        Assert.True(again.Succeeded);
        Assert.Equal([new DateOnly(2026, 10, 1)], (await _app.CompanyAsync()).Calendars[0].Holidays);
    }

    [Fact]
    public async Task Others_than_administrators_do_not_even_learn_that_there_are_calendars()
    {
        var first = (await _app.CompanyAsync()).Calendars[0];

        var saved = await _app.AsAsync("lin", (SaveCalendarHandler handler, Actor actor) => handler.HandleAsync(new SaveCalendar(first, true), actor, CancellationToken.None));
        var removed = await _app.AsAsync("lin", (RemoveCalendarHandler handler, Actor actor) => handler.HandleAsync(new RemoveCalendar(first.Id), actor, CancellationToken.None));

        Expect.Refused(CalendarRefusals.NotFound, saved);
        Expect.Refused(CalendarRefusals.NotFound, removed);
    }

    private Task<Result<CalendarId>> SaveAsync(BusinessCalendar calendar, bool isDefault = false, BusinessCalendar? seen = null) => _app.AsAsync(
        "anqi", (SaveCalendarHandler handler, Actor actor) => handler.HandleAsync(new SaveCalendar(calendar, isDefault) { Seen = seen }, actor, CancellationToken.None));

    private Task<Result<CalendarId>> RemoveAsync(CalendarId id) => _app.AsAsync(
        "anqi", (RemoveCalendarHandler handler, Actor actor) => handler.HandleAsync(new RemoveCalendar(id), actor, CancellationToken.None));
}
