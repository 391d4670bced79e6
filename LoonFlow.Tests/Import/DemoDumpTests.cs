using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Import;

/// <summary>The original's own demo company, in an installation that has a company already.</summary>
public sealed class DemoDumpTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private ImportReport _report = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();

        if (LoonFlowDemoDump.Path is { } path)
        {
            await using var dump = File.OpenRead(path);
            _report = await _app.ImportAsync(dump);
        }
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [DemoDumpFact]
    public void Everything_in_it_is_imported()
    {
        Assert.Equal([5, 7, 1, 1, 4, 12, 24, 14, 1], SourceTable.Imported.Select(table => _report[table, RowOutcome.Imported]));
        Assert.All(SourceTable.Imported, table => Assert.Equal(_report.Read(table), _report[table, RowOutcome.Imported]));
        Assert.Equal(["请假申请", "vpn申请"], _report.Published);
        Assert.Equal(["项目流程", "应用开发流程"], _report.Drafts);
        Assert.Equal([(5, 0), (20, 6), (49, 1)], new[] { SourceTable.Tickets, SourceTable.Values, SourceTable.Logs }
            .Select(table => (_report[table, RowOutcome.Imported], _report[table, RowOutcome.Skipped])));
    }

    [DemoDumpFact]
    public void What_could_not_be_taken_as_it_stands_is_listed()
    {
        Assert.Equal(["2", "3", "4"], _report.Problems.Where(problem => problem.Table == SourceTable.People).Select(problem => problem.Row));
        Assert.Equal(
            [
                "1: its participant “wangfei” is unknown or deleted",
                "11: there is no state type 3",
                "10: it is a start state, and so is state 6",
            ],
            _report.Reasons(SourceTable.States));
        Assert.Contains(_report.Problems, problem => problem.Table == SourceTable.Workflows && problem.Reason.StartsWith("“项目流程” cannot be used yet", StringComparison.Ordinal));
    }

    [DemoDumpFact]
    public async Task Ids_and_password_hashes_are_kept()
    {
        await using var db = await _app.DbAsync();
        var jack = await db.Users.SingleAsync(user => user.UserName == "jack");
        var guiji = await db.Users.SingleAsync(user => user.UserName == "guiji");

        Assert.Equal((7, 5), (jack.Id, jack.DepartmentId));
        Assert.True(DjangoPasswordHash.IsDjangoHash(jack.PasswordHash));
        Assert.Null(guiji.PasswordHash);
        Assert.Equal(3, (await WorkflowAsync(1)).States.Single(state => state.Name.Text == "TL审批中").Id.Value);
    }

    [DemoDumpFact]
    public async Task Importing_it_again_changes_nothing()
    {
        var before = await _app.ContentsAsync();

        await using var dump = File.OpenRead(LoonFlowDemoDump.Path!);
        var again = await _app.ImportAsync(dump);

        Assert.Equal(before, await _app.ContentsAsync());
        Assert.All(again.Problems, problem => Assert.Equal("its ticket 13 is not in the dump", problem.Reason));
        Assert.Equal((5, 20, 49), (again[SourceTable.Tickets, RowOutcome.Unchanged], again[SourceTable.Values, RowOutcome.Unchanged], again[SourceTable.Logs, RowOutcome.Unchanged]));
        Assert.All(SourceTable.Imported, table => Assert.Equal(_report[table, RowOutcome.Imported], again[table, RowOutcome.Unchanged]));
    }

    [DemoDumpFact]
    public async Task A_leave_is_filed_approved_by_the_leader_and_by_hr_and_finished()
    {
        var id = await SubmitAsync(1, "wangwu", new FieldChanges("年假三天", new Dictionary<string, FieldValue?>
        {
            ["leave_start"] = new FieldValue.Moment(_app.Clock.GetUtcNow()),
            ["leave_end"] = new FieldValue.Moment(_app.Clock.GetUtcNow().AddDays(3)),
            ["leave_days"] = new FieldValue.Text("3"),
            ["leave_proxy"] = new FieldValue.Text("lisi"),
            ["leave_type"] = new FieldValue.Text("1"),
            ["leave_reason"] = new FieldValue.Text("回家"),
        }));

        Succeeded(await _app.TakeAsync(id, "guiji", TransitionKind.Agree));
        Succeeded(await _app.TakeAsync(id, "jack", TransitionKind.Agree));

        Assert.Equal(TicketStatus.Finished, (await _app.TicketAsync(id)).Status);
    }

    [DemoDumpFact]
    public async Task A_refused_leave_comes_back_to_its_creator_who_submits_it_again()
    {
        var id = await SubmitAsync(1, "lisi", new FieldChanges("调休", new Dictionary<string, FieldValue?>
        {
            ["leave_start"] = new FieldValue.Moment(_app.Clock.GetUtcNow()),
            ["leave_end"] = new FieldValue.Moment(_app.Clock.GetUtcNow()),
            ["leave_days"] = new FieldValue.Text("0.5"),
            ["leave_proxy"] = new FieldValue.Text("jack"),
            ["leave_type"] = new FieldValue.Text("2"),
            ["leave_reason"] = new FieldValue.Text("累"),
        }));

        Succeeded(await _app.TakeAsync(id, "lilei", TransitionKind.Refuse));
        Assert.Equal(TicketStatus.Returned, (await _app.TicketAsync(id)).Status);

        Succeeded(await _app.TakeAsync(id, "lisi", TransitionKind.Agree));
        Assert.Equal(new StateId(3), (await _app.TicketAsync(id)).State);
    }

    [DemoDumpFact]
    public async Task A_vpn_request_is_approved_claimed_by_operations_and_waits_where_the_script_runs()
    {
        var id = await SubmitAsync(2, "wangwu", new FieldChanges("VPN", new Dictionary<string, FieldValue?> { ["vpn_reason"] = new FieldValue.Text("出差") }));

        Succeeded(await _app.TakeAsync(id, "guiji", TransitionKind.Agree));
        Succeeded(await _app.ClaimAsync(id, "wangwu"));
        Succeeded(await _app.TakeAsync(id, "wangwu", TransitionKind.Agree));

        var ticket = await _app.TicketAsync(id);
        var state = (await WorkflowAsync(2)).State(ticket.State);
        Assert.Equal("授权脚本-自动执行中", state.Name.Text);
        Assert.Equal(new ParticipantSpec.Script("demo_script.py"), state.Participants);
        Assert.Equal(TicketStatus.Ongoing, ticket.Status);
    }

    private async Task<WorkflowVersion> WorkflowAsync(long id) =>
        (await _app.Get<WorkflowStore>().PublishedAsync(new WorkflowId(id), CancellationToken.None))!;

    private async Task<TicketId> SubmitAsync(long workflow, string by, FieldChanges form)
    {
        var submit = SubmissionRules.Available(await WorkflowAsync(workflow)).Single(transition => transition.Name.Text == "提交");
        var command = new SubmitTicket(new WorkflowId(workflow), submit.Id, form);
        var result = await _app.AsAsync(by, (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));

        return Succeeded(result);
    }

    private static TicketId Succeeded(Result<TicketId> result)
    {
        Assert.Null(result.Refusal);

        return result.Value;
    }
}
