using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

public sealed class TakeTransitionTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_leave_of_two_days_goes_from_the_leader_to_hr_to_its_end()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        await _app.TakeAsync(id, "wu", TransitionKind.Agree);
        await _app.ClaimAsync(id, "sun");
        await _app.TakeAsync(id, "sun", TransitionKind.Agree);

        var ticket = await _app.TicketAsync(id);
        Assert.Equal(TicketStatus.Finished, ticket.Status);
        Assert.Empty(ticket.OpenVisits);

        await using var db = await _app.DbAsync();
        Assert.Equal(
            [FlowLogAction.Submitted, FlowLogAction.TransitionTaken, FlowLogAction.Claimed, FlowLogAction.TransitionTaken],
            await db.FlowLog.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
    }

    [Theory]
    [InlineData(3, "人事处理中")]
    [InlineData(3.5, "总监审批中")]
    [InlineData(5, "总监审批中")]
    [InlineData(5.5, "CEO审批中")]
    public async Task Longer_leaves_go_higher(double days, string state)
    {
        var id = (await _app.SubmitLeaveAsync((decimal)days)).Value;

        await _app.TakeAsync(id, "wu", TransitionKind.Agree);

        var leave = await _app.WorkflowAsync("Leave");
        Assert.Equal(state, leave.State((await _app.TicketAsync(id)).State).Name.Text);
    }

    [Fact]
    public async Task A_decision_costs_one_query_and_one_commit()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var wu = await _app.PersonAsync("wu");
        var ticket = await _app.TicketAsync(id);
        var leave = await _app.WorkflowAsync("Leave");
        var agree = leave.LeavingFrom(ticket.State).First(transition => transition.Kind is TransitionKind.Agree);
        var command = new TakeTransition(id, 1, agree.Id, ticket.Revision, FieldChanges.None);
        _app.Commands.Reset();

        var result = await _app.UseCases.RunAsync((TakeTransitionHandler handler) => handler.HandleAsync(command, wu, default));

        Assert.True(result.Succeeded);
        Assert.Equal(2, _app.Commands.Commands);
        Assert.Equal(1, _app.Commands.Commits);
    }

    [Fact]
    public async Task Of_two_who_press_at_once_one_moves_the_ticket_and_the_other_is_told()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, by: "cai")).Value;
        var revision = (await _app.TicketAsync(id)).Revision;

        var results = await Task.WhenAll(
            Task.Run(() => _app.TakeAsync(id, "ma", TransitionKind.Agree, revision)),
            Task.Run(() => _app.TakeAsync(id, "luo", TransitionKind.Agree, revision)));

        Assert.Single(results, result => result.Succeeded);
        Assert.Equal(RefusalKind.Conflict, Assert.Single(results, result => !result.Succeeded).Refusal!.Kind);
        Assert.Equal(2, (await _app.TicketAsync(id)).VisitCount);
    }

    [Fact]
    public async Task A_stale_revision_changes_nothing()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        var result = await _app.TakeAsync(id, "wu", TransitionKind.Agree, revision: 0);

        Assert.Equal(TicketRefusals.ChangedMeanwhile, result.Refusal);
        Assert.Equal(1, (await _app.TicketAsync(id)).Revision);
    }

    [Fact]
    public async Task A_ticket_that_is_not_for_someone_looks_like_one_that_does_not_exist()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        var foreign = await _app.TakeAsync(id, "jiang", TransitionKind.Agree);

        Assert.Equal(TicketRefusals.NotFound, foreign.Refusal);
    }
}
