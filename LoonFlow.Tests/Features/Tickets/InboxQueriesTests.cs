using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

public sealed class InboxQueriesTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_waits_for_me_is_mine_to_do_and_nobody_elses()
    {
        await _app.SubmitLeaveAsync(days: 2, title: "Holiday");

        Assert.Equal(["Holiday"], await TitlesAsync("wu", new InboxFilter()));
        Assert.Empty(await TitlesAsync("lin", new InboxFilter()));
        Assert.Empty(await TitlesAsync("cai", new InboxFilter()));
    }

    [Fact]
    public async Task Work_for_a_department_is_to_do_for_everyone_in_it_until_somebody_claims_it()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, title: "Holiday")).Value;
        await _app.TakeAsync(id, "wu", TransitionKind.Agree);

        Assert.Equal(["Holiday"], await TitlesAsync("sun", new InboxFilter()));
        Assert.Equal(["Holiday"], await TitlesAsync("tang", new InboxFilter()));
        Assert.Empty(await TitlesAsync("wu", new InboxFilter()));

        await _app.ClaimAsync(id, "sun");

        Assert.Equal(["Holiday"], await TitlesAsync("sun", new InboxFilter()));
        Assert.Empty(await TitlesAsync("tang", new InboxFilter()));
    }

    [Fact]
    public async Task A_ticket_that_names_me_in_several_ways_is_listed_and_counted_once()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.TakeAsync(id, "wu", TransitionKind.Agree);
        var sun = await _app.PersonAsync("sun");
        await using (var db = await _app.DbAsync())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO ticket_participant (ticket, visit, kind, key, must_act) VALUES ({id.Value}, 2, 1, {sun.Id.Value}, true)");
        }

        Assert.Single(await TitlesAsync("sun", new InboxFilter()));
        Assert.Equal(1, await _app.Get<InboxQueries>().CountTodoAsync(sun, default));
    }

    [Fact]
    public async Task Each_tab_shows_its_own_tickets()
    {
        var own = (await _app.SubmitLeaveAsync(days: 2, by: "wu", title: "Wu's own")).Value;
        var handled = (await _app.SubmitLeaveAsync(days: 2, title: "Handled")).Value;
        await _app.TakeAsync(handled, "wu", TransitionKind.Agree);
        await _app.SubmitLeaveAsync(days: 2, title: "To do");
        await _app.SubmitLeaveAsync(days: 2, by: "cai", title: "Not for Wu");

        Assert.Equal(["To do", "Wu's own"], (await TitlesAsync("wu", new InboxFilter())).Order());
        Assert.Equal(["Wu's own"], await TitlesAsync("wu", new InboxFilter { Tab = InboxTab.Created }));
        Assert.Equal(["Handled", "To do", "Wu's own"], (await TitlesAsync("wu", new InboxFilter { Tab = InboxTab.Related })).Order());
        Assert.Equal(["Handled", "To do", "Wu's own"], (await TitlesAsync("wu", new InboxFilter { Tab = InboxTab.All })).Order());
        Assert.Equal(4, (await TitlesAsync("anqi", new InboxFilter { Tab = InboxTab.All })).Count);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_a_ticket_finds_it_in_no_list()
    {
        await _app.SubmitLeaveAsync(days: 2, title: "Private");

        foreach (var tab in Enum.GetValues<InboxTab>())
        {
            Assert.Empty(await TitlesAsync("cai", new InboxFilter { Tab = tab, Text = "Private" }));
        }
    }

    [Theory]
    [InlineData("holi", "Holiday in May")]
    [InlineData("  HOLIDAY ", "Holiday in May")]
    [InlineData("100%", "100% sure_thing")]
    [InlineData("%", "100% sure_thing")]
    [InlineData("_t", "100% sure_thing")]
    [InlineData("e_202603020001", "Holiday in May")]
    [InlineData("leave_202603020002", "100% sure_thing")]
    public async Task Search_finds_a_part_of_the_title_or_the_serial_literally(string text, string title)
    {
        await _app.SubmitLeaveAsync(days: 2, title: "Holiday in May");
        await _app.SubmitLeaveAsync(days: 2, title: "100% sure_thing");

        Assert.Equal([title], await TitlesAsync("wu", new InboxFilter { Text = InboxFilter.TextOf(text) }));
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("' OR 1=1 --")]
    [InlineData("nothing like it")]
    public async Task Search_finds_nothing_where_nothing_is(string text)
    {
        await _app.SubmitLeaveAsync(days: 2, title: "Holiday");

        Assert.Empty(await TitlesAsync("wu", new InboxFilter { Text = text }));
    }

    [Fact]
    public async Task Filters_by_workflow_state_and_status_narrow_the_list()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var vpn = await _app.WorkflowAsync("VPN access");
        var refused = (await _app.SubmitLeaveAsync(days: 2, title: "Refused")).Value;
        await _app.TakeAsync(refused, "wu", TransitionKind.Refuse);
        await _app.SubmitLeaveAsync(days: 2, title: "Waiting");
        var waitsIn = leave.States.Single(state => state.Name.English == "Leader approval").Id;
        var created = new InboxFilter { Tab = InboxTab.Created };

        Assert.Equal(2, (await TitlesAsync("lin", created with { Workflow = leave.Workflow })).Count);
        Assert.Empty(await TitlesAsync("lin", created with { Workflow = vpn.Workflow }));
        Assert.Equal(["Waiting"], await TitlesAsync("lin", created with { State = waitsIn }));
        Assert.Equal(["Refused"], await TitlesAsync("lin", created with { State = leave.Start.Id }));
        Assert.Equal(["Refused"], await TitlesAsync("lin", created with { Status = TicketStatus.Returned }));
        Assert.Equal(["Waiting"], await TitlesAsync("lin", created with { Status = TicketStatus.Ongoing, Workflow = leave.Workflow }));
    }

    [Fact]
    public async Task Days_are_those_of_the_installations_zone()
    {
        // 2 March 23:30 in Shanghai, then half past midnight on 3 March: the same day in UTC.
        _app.Clock.Advance(TimeSpan.FromHours(7.5));
        await _app.SubmitLeaveAsync(days: 2, title: "Monday night");
        _app.Clock.Advance(TimeSpan.FromHours(1));
        await _app.SubmitLeaveAsync(days: 2, title: "Tuesday");
        var monday = new DateOnly(2026, 3, 2);

        Assert.Equal(["Monday night"], await TitlesAsync("wu", new InboxFilter { To = monday }));
        Assert.Equal(["Tuesday"], await TitlesAsync("wu", new InboxFilter { From = monday.AddDays(1) }));
        Assert.Equal(["Tuesday", "Monday night"], await TitlesAsync("wu", new InboxFilter { From = monday, To = monday.AddDays(1) }));
        Assert.Empty(await TitlesAsync("wu", new InboxFilter { From = monday.AddDays(1), To = monday }));
    }

    [Fact]
    public async Task The_newest_comes_first_unless_asked_otherwise()
    {
        await FileAsync(3);

        Assert.Equal(["Ticket 3", "Ticket 2", "Ticket 1"], await TitlesAsync("wu", new InboxFilter()));
        Assert.Equal(["Ticket 1", "Ticket 2", "Ticket 3"], await TitlesAsync("wu", new InboxFilter { OldestFirst = true }));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_one_beyond_the_end_is_the_last()
    {
        await FileAsync(5);
        var wu = await _app.PersonAsync("wu");
        var filter = new InboxFilter { PageSize = 2 };

        var second = await _app.Get<InboxQueries>().ListAsync(filter with { Page = 2 }, wu, default);
        var beyond = await _app.Get<InboxQueries>().ListAsync(filter with { Page = 900_000_000 }, wu, default);

        Assert.Equal(["Ticket 3", "Ticket 2"], second.Rows.Select(row => row.Title));
        Assert.Equal(5, second.Total);
        Assert.Equal(["Ticket 1"], beyond.Rows.Select(row => row.Title));
        Assert.Equal(3, beyond.Page);
    }

    [Fact]
    public async Task An_empty_list_has_one_page()
    {
        var view = await _app.Get<InboxQueries>().ListAsync(new InboxFilter { Page = 7 }, await _app.PersonAsync("wu"), default);

        Assert.Equal((0, 1), (view.Total, view.Page));
    }

    [Fact]
    public async Task A_page_costs_the_same_queries_whatever_its_size()
    {
        await FileAsync(30);
        var wu = await _app.PersonAsync("wu");
        var queries = _app.Get<InboxQueries>();
        await queries.ListAsync(new InboxFilter(), wu, default);

        _app.Commands.Reset();
        await queries.ListAsync(new InboxFilter { PageSize = 2 }, wu, default);
        var small = _app.Commands.Commands;

        _app.Commands.Reset();
        await queries.ListAsync(new InboxFilter { PageSize = 100 }, wu, default);

        Assert.Equal(3, small);
        Assert.Equal(small, _app.Commands.Commands);
    }

    [Fact]
    public async Task A_row_says_where_it_is_who_it_waits_for_and_who_filed_it()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, title: "Holiday")).Value;
        await _app.TakeAsync(id, "wu", TransitionKind.Agree);

        var row = Assert.Single((await _app.Get<InboxQueries>().ListAsync(new InboxFilter(), await _app.PersonAsync("sun"), default)).Rows);

        Assert.Equal("leave_202603020001", row.Serial);
        Assert.Equal("Leave", row.Workflow.English);
        Assert.Equal("event_available", row.Icon);
        Assert.Equal(["HR approval"], row.States.Select(state => state.English));
        Assert.Equal(["人力资源部 Human Resources"], row.WaitsFor.Select(who => who.Name));
        Assert.True(row.WaitsForMe);
        Assert.Equal("林晓 Lin Xiao", row.Creator.Name);
        Assert.Equal(TicketStatus.Ongoing, row.Status);
    }

    [Fact]
    public async Task A_finished_ticket_waits_for_nobody()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.TakeAsync(id, "wu", TransitionKind.Agree);
        await _app.ClaimAsync(id, "sun");
        await _app.TakeAsync(id, "sun", TransitionKind.Agree);

        var row = Assert.Single((await _app.Get<InboxQueries>().ListAsync(new InboxFilter { Tab = InboxTab.Created }, await _app.PersonAsync("lin"), default)).Rows);

        Assert.Empty(row.WaitsFor);
        Assert.Null(row.WaitsSince);
        Assert.Equal(["End"], row.States.Select(state => state.English));
    }

    [Fact]
    public async Task The_filters_offer_workflows_and_the_states_of_the_chosen_one()
    {
        var leave = await _app.WorkflowAsync("Leave");

        var view = await _app.Get<InboxQueries>().ListAsync(new InboxFilter { Workflow = leave.Workflow }, await _app.PersonAsync("wu"), default);
        var unknown = await _app.Get<InboxQueries>().ListAsync(new InboxFilter { Workflow = new WorkflowId(404) }, await _app.PersonAsync("wu"), default);

        Assert.Equal(6, view.Workflows.Count);
        Assert.Equal(leave.States.Select(state => state.Id), view.States.Select(state => state.Id));
        Assert.Empty(unknown.States);
    }

    [Fact]
    public async Task The_badge_counts_no_further_than_it_can_show()
    {
        await FileAsync(3);

        Assert.Equal(3, await _app.Get<InboxQueries>().CountTodoAsync(await _app.PersonAsync("wu"), default));
        Assert.Equal(0, await _app.Get<InboxQueries>().CountTodoAsync(await _app.PersonAsync("cai"), default));
    }

    [Fact]
    public async Task What_comes_next_is_the_next_older_then_the_newest()
    {
        var ids = await FileAsync(3);
        var wu = await _app.PersonAsync("wu");
        var queries = _app.Get<InboxQueries>();

        Assert.Equal(new NextTicket(ids[1], "Ticket 2"), await queries.NextTodoAsync(ids[2], wu, default));
        Assert.Equal(ids[2], (await queries.NextTodoAsync(ids[0], wu, default))?.Id);
        Assert.Equal(ids[2], (await queries.NextTodoAsync(new TicketId(404), wu, default))?.Id);
        Assert.Null(await queries.NextTodoAsync(ids[0], await _app.PersonAsync("cai"), default));
    }

    private async Task<IReadOnlyList<TicketId>> FileAsync(int count)
    {
        var ids = new List<TicketId>();

        for (var number = 1; number <= count; number++)
        {
            ids.Add((await _app.SubmitLeaveAsync(days: 2, title: $"Ticket {number}")).Value);
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return ids;
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(string userName, InboxFilter filter)
    {
        var view = await _app.Get<InboxQueries>().ListAsync(filter, await _app.PersonAsync(userName), default);

        Assert.Equal(view.Total, view.Rows.Count);

        return [.. view.Rows.Select(row => row.Title)];
    }
}
