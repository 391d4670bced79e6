using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Settings.Calendars;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Timers;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Timers;

public sealed class DueTimersTests : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_deadline_agrees_by_itself_and_once()
    {
        var id = await WaitingAsync(agree => new TimerAction.Take(agree), Day);

        Assert.Equal(0, await FireAsync());
        _app.Clock.Advance(Day);
        Assert.Equal(1, await FireAsync());
        Assert.Equal(0, await FireAsync());

        Assert.Equal(2, (await _app.TicketAsync(id)).OpenVisits.Single().Number);
        Assert.Equal(1, await LinesAsync(id, FlowLogAction.TransitionTaken));
    }

    [Fact]
    public async Task Two_instances_that_look_at_the_same_moment_fire_it_once()
    {
        var ids = new List<TicketId> { await WaitingAsync(_ => new TimerAction.Remind(3, Day), Day) };

        while (ids.Count < 20)
        {
            ids.Add((await _app.SubmitLeaveAsync(2)).Value);
        }

        await using var other = _app.Another();
        _app.Clock.Advance(Day);
        other.Clock.Advance(Day);

        var fired = await Task.WhenAll(FireAsync(), FireAsync(other), FireAsync(), FireAsync(other));

        Assert.Equal(20, fired.Sum());

        foreach (var id in ids)
        {
            Assert.Equal(1, await LinesAsync(id, FlowLogAction.Reminded));
        }
    }

    [Fact]
    public async Task What_fell_due_while_everything_was_down_is_fired_once_by_the_next_start()
    {
        var id = await WaitingAsync(agree => new TimerAction.Take(agree), Day);

        await using var restarted = _app.Another();
        restarted.Clock.Advance(9 * Day);

        Assert.Equal(1, await FireAsync(restarted));
        Assert.Equal(1, await LinesAsync(id, FlowLogAction.TransitionTaken));
    }

    [Fact]
    public async Task A_clock_that_goes_back_fires_nothing_twice_and_nothing_early()
    {
        var id = await WaitingAsync(_ => new TimerAction.Remind(2, Day), Day);
        _app.Clock.Advance(Day);
        await FireAsync();

        _app.Clock.Advance(-Day);
        Assert.Equal(0, await FireAsync());
        _app.Clock.Advance(Day);
        Assert.Equal(0, await FireAsync());
        _app.Clock.Advance(Day);
        Assert.Equal(1, await FireAsync());

        Assert.Equal(2, await LinesAsync(id, FlowLogAction.Reminded));
    }

    [Fact]
    public async Task It_does_not_fire_on_a_later_visit_of_the_same_state()
    {
        var id = await WaitingAsync(agree => new TimerAction.Take(agree), Day);
        _app.Clock.Advance(Day / 2);
        Expect.Accepted(await _app.TakeAsync(id, "wu", TransitionKind.Refuse));
        Expect.Accepted(await _app.TakeAsync(id, "lin", TransitionKind.Agree));

        _app.Clock.Advance(Day / 2);
        Assert.Equal(0, await FireAsync());
        _app.Clock.Advance(Day / 2);
        Assert.Equal(1, await FireAsync());
    }

    [Fact]
    public async Task It_is_paused_while_somebody_is_consulted()
    {
        var id = await WaitingAsync(agree => new TimerAction.Take(agree), Day, setting => setting with { PausesForConsultation = true });
        var sun = (await _app.PersonAsync("sun")).Id;
        var consult = new ConsultOnTicket(id, 1, sun, (await _app.TicketAsync(id)).Revision, "Is there cover?");
        Expect.Accepted(await _app.AsAsync("wu", (ConsultOnTicketHandler handler, Actor actor) => handler.HandleAsync(consult, actor, CancellationToken.None)));

        _app.Clock.Advance(5 * Day);
        Assert.Equal(0, await FireAsync());

        var answer = new AnswerConsultation(id, 1, (await _app.TicketAsync(id)).Revision, "Yes");
        Expect.Accepted(await _app.AsAsync("sun", (AnswerConsultationHandler handler, Actor actor) => handler.HandleAsync(answer, actor, CancellationToken.None)));
        _app.Clock.Advance(Day - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await FireAsync());
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await FireAsync());
    }

    [Fact]
    public async Task Business_hours_leave_out_the_weekend_and_the_holidays_of_the_calendar()
    {
        var calendar = (await _app.CompanyAsync()).Calendar(null)!;
        var save = new SaveCalendar(calendar with { Holidays = [new DateOnly(2026, 3, 3)] }, IsDefault: true);
        Expect.Accepted(await _app.AsAsync("anqi", (SaveCalendarHandler handler, Actor actor) => handler.HandleAsync(save, actor, CancellationToken.None)));

        // Monday, 16 o'clock in Shanghai: two hours are left of Monday, and Tuesday is a holiday.
        var id = await WaitingAsync(agree => new TimerAction.Take(agree), TimeSpan.FromHours(8 * 4), setting => setting with { InBusinessTime = true });

        var due = (await _app.TicketAsync(id)).OpenVisits.Single().NextDueAt!.Value;
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 16, 0, 0, TimeSpan.FromHours(8)), due);
        _app.Clock.Advance(due - _app.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await FireAsync());
        _app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await FireAsync());
    }

    [Fact]
    public async Task What_is_refused_is_shown_and_tried_again_until_it_can_be_done()
    {
        var id = await WaitingAsync(
            agree => new TimerAction.Take(agree), Day, change: state => state with { Access = Form(LeaveWorkflow.Proof, FieldAccess.Required) });
        _app.Clock.Advance(Day);

        await FireAsync();
        Assert.Equal(0, await FireAsync());

        var visit = (await _app.TicketAsync(id)).OpenVisits.Single();
        Assert.StartsWith("ticket.form_incomplete", Assert.Single(visit.Timers).Failure, StringComparison.Ordinal);
        Assert.Equal(1, await LinesAsync(id, FlowLogAction.TimerFailed));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await FireAsync());
        Assert.Equal(1, await LinesAsync(id, FlowLogAction.TimerFailed));
    }

    [Fact]
    public async Task Escalation_puts_the_ticket_into_the_inbox_of_the_leader()
    {
        var wu = (await _app.PersonAsync("wu")).Id;
        var above = (await _app.PersonAsync("zhao")).Id;
        var id = await WaitingAsync(_ => new TimerAction.Escalate(new EscalationTarget.Leader(), Replaces: false), Day);
        _app.Clock.Advance(Day);

        await FireAsync();

        await using var db = await _app.DbAsync();
        var asked = await db.VisitParticipants.Where(row => EF.Property<TicketId>(row, "Ticket") == id && row.MustAct).Select(row => row.Key).ToListAsync();
        Assert.Equivalent(new[] { wu.Value, above.Value }, asked, strict: true);
    }

    [Fact]
    public async Task More_than_a_batch_is_fired_in_one_look()
    {
        await WaitingAsync(_ => new TimerAction.Remind(1, Day), Day);

        for (var more = 0; more < 130; more++)
        {
            Expect.Accepted(await _app.SubmitLeaveAsync(2));
        }

        _app.Clock.Advance(Day);

        Assert.Equal(131, await FireAsync());
    }

    [Fact]
    public async Task A_ticket_that_waits_for_someone_who_left_goes_to_those_whom_the_state_asks_now()
    {
        var id = (await _app.SubmitLeaveAsync(2)).Value;
        await using (var db = await _app.DbAsync())
        {
            var wu = await db.Users.SingleAsync(user => user.UserName == "wu");
            wu.IsActive = false;
            var part = await db.Departments.SingleAsync(department => department.Id == wu.DepartmentId);
            part.LeaderId = (await db.Users.SingleAsync(user => user.UserName == "sun")).Id;
            part.ApproverIds = [];
            await db.SaveChangesAsync();
        }

        var departed = _app.Get<DepartedPeople>();
        Assert.Equal(1, await departed.ReconsiderAsync(CancellationToken.None));
        Assert.Equal(0, await departed.ReconsiderAsync(CancellationToken.None));

        Assert.Equal((await _app.PersonAsync("sun")).Id, Assert.Single((await _app.TicketAsync(id)).OpenVisits.Single().Participants).Person);
    }

    private Task<int> FireAsync(TestApp? app = null) => (app ?? _app).Get<DueTimers>().FireAsync(CancellationToken.None);

    /// <summary>A leave of Lin's that waits for her leader, where this timer runs from the arrival on.</summary>
    private async Task<TicketId> WaitingAsync(
        Func<TransitionId, TimerAction> action, TimeSpan after, Func<TimerSetting, TimerSetting>? but = null, Func<State, State>? change = null)
    {
        var leave = await _app.WorkflowAsync("Leave");
        var leader = leave.States.Single(state => state.Name.English == "Leader approval");
        var agree = leave.LeavingFrom(leader.Id).First(transition => transition.Kind is TransitionKind.Agree);
        var setting = new TimerSetting { Number = 1, Action = action(agree.Id), After = after };
        var changed = (change?.Invoke(leader) ?? leader) with { Timers = [but?.Invoke(setting) ?? setting] };
        var document = leave.Document with { States = [.. leave.States.Select(state => state.Id == leader.Id ? changed : state)] };
        Expect.Accepted(await _app.UseCases.PublishAsync(leave.Workflow, document));

        return (await _app.SubmitLeaveAsync(2)).Value;
    }

    private async Task<int> LinesAsync(TicketId id, FlowLogAction action)
    {
        await using var db = await _app.DbAsync();

        return await db.FlowLog.CountAsync(entry => entry.Ticket == id && entry.Action == action);
    }

    private static Dictionary<string, FieldAccess> Form(string key, FieldAccess access) => new(StringComparer.Ordinal) { [key] = access };
}
