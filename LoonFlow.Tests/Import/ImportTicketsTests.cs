using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Import;
using Microsoft.EntityFrameworkCore;
using static LoonFlow.Tests.Support.TicketDump;

namespace LoonFlow.Tests.Import;

public sealed class ImportTicketsTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_running_ticket_comes_with_values_and_history_and_goes_on()
    {
        var report = await _app.ImportAsync(SmallDump.Everything + Ticket(7) + Value(1, 7, "sum", 15, "float_value", 12.5)
            + Log(1, ("ticket_id", 7), ("suggestion", "please"), ("ticket_data", """{"title": "A loan", "sum": 12.5, "participant": "bob"}""")));

        Assert.Empty(report.Problems);
        var view = (await _app.Get<TicketQueries>().FindAsync(new TicketId(7), await _app.PersonAsync("bob"), wholeHistory: true, default))!;
        Assert.Equal(("loonflow_202003010007", "A loan", TicketStatus.Ongoing, new UserId(1)), (view.Serial, view.Title, view.Status, view.Creator.Id));
        Assert.Equal(FieldValues.Of(("sum", new FieldValue.Decimal(12.5m))), view.Values);
        var line = Assert.Single(view.History);
        Assert.Equal((FlowLogAction.Submitted, "New", "Submit", "please", "Ann"), (line.Action, line.StateName.Text, line.Transition!.Text, line.Comment, line.By!.Name));

        Assert.Null((await _app.TakeAsync(view.Id, "bob", TransitionKind.Agree)).Refusal);
        Assert.Equal(TicketStatus.Finished, (await _app.TicketAsync(view.Id)).Status);
    }

    [Theory]
    [InlineData(2, 0, 0, null, null, TicketStatus.Ongoing, false)]
    [InlineData(2, 1, 0, null, null, TicketStatus.Ongoing, false)]
    [InlineData(2, 0, 1, null, null, TicketStatus.Returned, false)]
    [InlineData(1, 0, 0, null, null, TicketStatus.Draft, false)]
    [InlineData(3, 1, 0, null, null, TicketStatus.Finished, true)]
    [InlineData(3, 1, 1, null, null, TicketStatus.Returned, true)]
    [InlineData(3, 0, 0, "强制关闭工单:no", null, TicketStatus.Closed, true)]
    [InlineData(3, 0, 0, "强制修改工单状态", null, TicketStatus.Closed, true)]
    [InlineData(2, 0, 0, null, 3, TicketStatus.Withdrawn, false)]
    [InlineData(3, 0, 0, null, 5, TicketStatus.Closed, true)]
    [InlineData(99, 0, 0, null, null, TicketStatus.Draft, false)]
    [InlineData(99, 1, 0, null, null, TicketStatus.Finished, true)]
    public async Task Where_a_ticket_stands_says_its_state_and_what_was_done_last(
        int state, int isEnd, int isRejected, string? words, int? actState, TicketStatus expected, bool isOver)
    {
        await _app.ImportAsync(SmallDump.Everything
            + Ticket(1, [("state_id", state), ("is_end", isEnd), ("is_rejected", isRejected), .. actState is { } code ? [("act_state_id", (object)code)] : Array.Empty<(string, object)>()])
            + Log(1)
            + (words is null ? "" : Log(2, ("transition_id", 0), ("suggestion", words), ("participant", "bob"), ("state_id", 3), ("gmt_created", "2020-03-02 09:00:00"))));

        var ticket = await _app.TicketAsync(new TicketId(1));
        Assert.Equal((expected, isOver, isOver ? 0 : 1), (ticket.Status, ticket.IsOver, ticket.OpenVisits.Count()));
    }

    [Fact]
    public async Task Deleted_tickets_come_deleted()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1, ("is_deleted", 1)) + Log(1));

        await using var db = await _app.DbAsync();
        Assert.Empty(await db.Tickets.ToListAsync());
        Assert.Equal(new DateTimeOffset(2020, 3, 2, 1, 0, 0, TimeSpan.Zero), (await db.Tickets.IgnoreQueryFilters().SingleAsync()).DeletedAt);
    }

    [Fact]
    public async Task Serials_that_loonflow_gave_out_twice_are_told_apart_and_missing_ones_made()
    {
        var report = await _app.ImportAsync(SmallDump.Everything + Ticket(1, ("sn", "oa_202003010001")) + Ticket(2, ("sn", "oa_202003010001")) + Ticket(3, ("sn", "")));

        await using var db = await _app.DbAsync();
        Assert.Equal(["oa_202003010001", "oa_202003010001-2", "loonflow-3"], await db.Tickets.OrderBy(ticket => ticket.Id).Select(ticket => ticket.Serial).ToListAsync());
        Assert.Equal(["2: its serial “oa_202003010001” is taken", "3: it has no serial"], report.Reasons(SourceTable.Tickets));
    }

    [Fact]
    public async Task Serials_of_the_day_count_on_behind_those_that_came()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1, ("sn", "oa_202003010041")) + Ticket(2, ("sn", "ops_202003010017")));

        await using var db = await _app.DbAsync();
        Assert.Equal(42, await db.NextSerialAsync(new DateOnly(2020, 3, 1), default));
    }

    [Fact]
    public async Task Ids_that_are_taken_here_become_others_and_children_follow_their_parents()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(5, ("title", "Ours")));
        await using (var db = await _app.DbAsync())
        {
            await db.ImportedRows.Where(row => row.Table == SourceTable.Tickets).ExecuteDeleteAsync();
        }

        var report = await _app.ImportAsync(SmallDump.Everything
            + Ticket(5, ("title", "Theirs")) + Ticket(6, ("parent_ticket_id", 5), ("parent_ticket_state_id", 2)) + Ticket(4, ("parent_ticket_id", 7)) + Ticket(7) + Ticket(8, ("parent_ticket_id", 99)) + Ticket(9, ("parent_ticket_id", 3)));

        await using var after = await _app.DbAsync();
        var theirs = await after.Tickets.SingleAsync(ticket => ticket.Title == "Theirs");
        Assert.NotEqual(5, theirs.Id.Value);
        Assert.Equal((theirs.Id, new StateId(2)), await after.Tickets.Where(ticket => ticket.Id == new TicketId(6)).Select(ticket => new ValueTuple<TicketId, StateId>(ticket.Parent!.Value, ticket.ParentState!.Value)).SingleAsync());
        Assert.Equal(new TicketId(7), (await after.Tickets.SingleAsync(ticket => ticket.Id == new TicketId(4))).Parent);
        Assert.Contains("8: its parent, ticket 99, did not come, or not under its id", report.Reasons(SourceTable.Tickets));
        Assert.Contains("9: its parent, ticket 3, is unknown", report.Reasons(SourceTable.Tickets));
    }

    [Fact]
    public async Task Ids_that_are_kept_are_never_handed_out_again_also_after_an_interruption()
    {
        var dump = SmallDump.Everything + Ticket(3000) + Ticket(3001);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _app.ImportAsync(dump, new ImportChoices { CommittedRows = 1, Committed = (_, _) => throw new InvalidOperationException() }));

        await _app.ImportAsync(dump);

        await using var db = await _app.DbAsync();
        Assert.Equal([3000, 3001], (await db.Tickets.Select(ticket => ticket.Id).ToListAsync()).Select(id => id.Value).Order());
        Assert.True(await _app.Get<IdSequences>().NextAsync(IdSequences.Tickets, default) > 3001);
    }

    [Fact]
    public async Task People_whom_only_histories_know_are_named_and_cannot_sign_in()
    {
        var report = await _app.ImportAsync(SmallDump.Everything
            + "INSERT INTO account_loonuser (id, username, alias, password, is_deleted) VALUES (9, 'gil', 'Gil', '', 1);"
            + Ticket(1, ("creator", "gil")) + Log(1, ("participant", "gil")) + Log(2, ("transition_id", 0), ("intervene_type_id", 5), ("participant", "visitor"), ("state_id", 2)));

        var company = await _app.CompanyAsync();
        Assert.Equal(("Gil", false), (company.UserNamed("gil")!.Name, company.UserNamed("gil")!.IsActive));
        Assert.False(company.UserNamed("visitor")!.IsActive);
        Assert.Equal(["1: it is of “gil”, who is unknown or deleted in loonflow", "1: it is of “visitor”, who is unknown or deleted in loonflow"], report.Reasons(SourceTable.Tickets));
    }

    [Fact]
    public async Task Whoever_had_to_do_with_a_ticket_goes_on_viewing_it_and_nobody_else()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1, ("relation", "ann,eve,gone")));

        await using var db = await _app.DbAsync();
        Assert.Equal([new TicketId(1)], await db.RelatedTo(await _app.PersonAsync("eve")).ToListAsync());
        Assert.NotNull(await _app.Get<TicketQueries>().FindAsync(new TicketId(1), await _app.PersonAsync("eve"), wholeHistory: false, default));
        Assert.Empty(await db.TodoOf(await _app.PersonAsync("eve")).ToListAsync());
    }

    [Fact]
    public async Task Tickets_of_a_workflow_that_cannot_be_published_stand_on_a_version_that_takes_no_new_ones()
    {
        await _app.ImportAsync(SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.StatesWith("1, 'gone'") + SmallDump.Transitions + Ticket(1) + Log(1));

        Assert.Null((await _app.TakeAsync(new TicketId(1), "bob", TransitionKind.Agree)).Refusal);
        await using var db = await _app.DbAsync();
        Assert.Null((await db.Workflows.SingleAsync()).Published);
        Assert.Equal(1, await db.WorkflowVersions.CountAsync());
        Assert.Equal(1, await db.WorkflowDrafts.CountAsync());
    }

    [Fact]
    public async Task A_workflow_that_was_deleted_over_its_tickets_comes_retired()
    {
        await _app.ImportAsync(SmallDump.Everything.Replace("'[\"title\", \"sum\"]', 0, 1", "'[]', 1, 1", StringComparison.Ordinal) + Ticket(1) + Log(1));

        await using var db = await _app.DbAsync();
        Assert.True((await db.Workflows.SingleAsync()).IsRetired);
        Assert.Null((await _app.TakeAsync(new TicketId(1), "bob", TransitionKind.Agree)).Refusal);
    }

    [Fact]
    public async Task What_cannot_come_is_listed_with_its_table_and_id()
    {
        var report = await _app.ImportAsync(SmallDump.Everything.Replace("'End', 2", "'End', 0", StringComparison.Ordinal)
            + Ticket(1) + Ticket(2, ("workflow_id", 77)) + Log(1) + Log(2, ("ticket_id", 50)) + Value(4, 51, "sum", 15, "float_value", 1));

        Assert.Equal(["1: its workflow 1 cannot be loaded: it has no start or no end", "2: its workflow 77 is unknown or deleted"], report.Reasons(SourceTable.Tickets));
        Assert.Equal(["2: its ticket 50 is not in the dump"], report.Reasons(SourceTable.Logs));
        Assert.Equal(["4: its ticket 51 is not in the dump"], report.Reasons(SourceTable.Values));
        Assert.Equal((2, 2, 1), (report[SourceTable.Tickets, RowOutcome.Skipped], report[SourceTable.Logs, RowOutcome.Skipped], report[SourceTable.Values, RowOutcome.Skipped]));
    }

    [Fact]
    public async Task A_second_import_changes_nothing_and_lists_what_changed_there()
    {
        var dump = SmallDump.Everything + Ticket(1) + Value(1, 1, "sum", 15, "float_value", 1) + Log(1) + Ticket(2, ("creator", "stranger"));
        await _app.ImportAsync(dump);
        var before = await _app.ContentsAsync();

        var again = await _app.ImportAsync(dump);
        var later = await _app.ImportAsync(dump + Log(2, ("transition_id", 0), ("intervene_type_id", 5), ("suggestion", "later")));

        Assert.Equal(before, await _app.ContentsAsync());
        Assert.Empty(again.Problems);
        Assert.Equal((2, 1, 1), (again[SourceTable.Tickets, RowOutcome.Unchanged], again[SourceTable.Values, RowOutcome.Unchanged], again[SourceTable.Logs, RowOutcome.Unchanged]));
        Assert.Equal(["1: it has changed in loonflow since it was imported"], later.Reasons(SourceTable.Tickets));
    }

    [Fact]
    public async Task An_interrupted_import_goes_on_where_it_was_also_in_the_middle_of_a_history()
    {
        var history = string.Concat(Enumerable.Range(1, 25).Select(number => Log(number, ("ticket_id", 2), ("transition_id", number == 1 ? 1 : 0), ("intervene_type_id", 5), ("state_id", number == 1 ? 1 : 2), ("suggestion", $"{number}"))));
        var dump = SmallDump.Everything + Ticket(1) + Ticket(2) + Ticket(3) + history;
        var commits = 0;
        var choices = new ImportChoices { CommittedRows = 5, Committed = (_, _) => commits = commits == 2 ? throw new InvalidOperationException() : commits + 1 };
        await Assert.ThrowsAsync<InvalidOperationException>(() => _app.ImportAsync(dump, choices));
        var interrupted = await LinesAsync();

        await _app.ImportAsync(dump, new ImportChoices { CommittedRows = 7 });

        Assert.InRange(interrupted.Count, 1, 24);
        Assert.Equal(Enumerable.Range(1, 25).Select(number => $"{number}"), await LinesAsync());
        await using var db = await _app.DbAsync();
        Assert.Equal(3, await db.Tickets.CountAsync());
        Assert.Equal(3, (await _app.ImportAsync(dump))[SourceTable.Tickets, RowOutcome.Unchanged]);
    }

    [Fact]
    public async Task Every_problem_goes_into_the_file()
    {
        using var file = new StringWriter();

        var report = await _app.ImportAsync(SmallDump.Everything + Ticket(1, ("sn", "")) + Log(9, ("ticket_id", 50)), new ImportChoices { Problems = file });

        Assert.Equal(2, report.ProblemCount);
        Assert.Contains("ticket_ticketrecord 1: it has no serial; ticket 1 has the serial “loonflow-1”.", file.ToString(), StringComparison.Ordinal);
        Assert.Contains("ticket_ticketflowlog 9: its ticket 50 is not in the dump; it was left out.", file.ToString(), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> LinesAsync()
    {
        await using var db = await _app.DbAsync();

        return await db.FlowLog.Where(entry => entry.Ticket == new TicketId(2)).OrderBy(entry => entry.Id).Select(entry => entry.Comment).ToListAsync();
    }
}
