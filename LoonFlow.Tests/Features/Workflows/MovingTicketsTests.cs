using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Versions.Moving;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class MovingTicketsTests : IAsyncLifetime
{
    private const string Admin = "anqi";

    private TestApp _app = null!;
    private WorkflowVersion _leave = null!;

    private MovePlan Plan => new(_leave.Workflow, 2, new Dictionary<StateId, StateId>());

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _leave = await _app.WorkflowAsync("Leave");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_ticket_goes_on_by_the_new_version_with_history()
    {
        var ticket = (await _app.SubmitLeaveAsync(2)).Value;
        await PublishAsync(document => document with { Name = "Holiday" });

        var moved = await MoveAsync(ticket);
        var agreed = await _app.TakeAsync(ticket, "wu", TransitionKind.Agree);

        Assert.True(moved.Succeeded, moved.Refusal?.Message);
        Assert.True(agreed.Succeeded, agreed.Refusal?.Message);
        Assert.Equal(2, await NumberAsync(ticket));
        await using var db = await _app.DbAsync();
        Assert.Contains(await db.FlowLog.Where(line => line.Ticket == ticket).ToListAsync(), line => line is { Action: FlowLogAction.VersionMoved, TargetStateName.English: "version 2" });
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_costs_the_same_for_one_ticket_and_for_twenty()
    {
        await _app.SubmitLeaveAsync(2);
        await PublishAsync(document => document with { States = [.. document.States.Select(state => state.Order == 1 ? state with { Name = "Boss" } : state)] });
        var person = await _app.PersonAsync(Admin);
        var moves = _app.Get<VersionMoves>();
        await moves.PreviewAsync(Plan, 1, person, default);

        var one = await CountAsync(() => moves.PreviewAsync(Plan, 1, person, default));

        // Filed on the first version still, because this instance has not heard of the second.
        for (var count = 0; count < 5; count++)
        {
            await FileOnFirstAsync();
        }

        var many = await CountAsync(() => moves.PreviewAsync(Plan, 1, person, default));
        var preview = await moves.PreviewAsync(Plan, 1, person, default);

        Assert.Equal(one, many);
        Assert.Equal((6, 6), (preview!.Total, preview.Tickets.Count(ticket => ticket.CanMove)));
        Assert.Null(await moves.PreviewAsync(Plan, 1, await _app.PersonAsync("lin"), default));
    }

    [Fact]
    public async Task A_ticket_that_changed_meanwhile_is_told_and_not_forced()
    {
        var ticket = (await _app.SubmitLeaveAsync(2)).Value;
        await PublishAsync(document => document with { Name = "Holiday" });
        var seen = (await _app.TicketAsync(ticket)).Revision;
        await _app.TakeAsync(ticket, "wu", TransitionKind.Agree);

        var moved = await MoveAsync(ticket, seen);

        Assert.Equal(TicketRefusals.ChangedMeanwhile, moved.Refusal);
        Assert.Equal(1, await NumberAsync(ticket));
    }

    [Fact]
    public async Task Of_a_decision_and_a_move_at_once_one_happens_and_the_other_hears_of_it()
    {
        await PublishAsync(document => document with { Icon = "sunny" });

        for (var round = 0; round < 5; round++)
        {
            var ticket = await FileOnFirstAsync();
            var seen = (await _app.TicketAsync(ticket)).Revision;

            var both = await Task.WhenAll(MoveAsync(ticket, seen), _app.TakeAsync(ticket, "wu", TransitionKind.Agree, seen));

            Assert.Single(both, result => result.Succeeded);
            Assert.Equal(TicketRefusals.ChangedMeanwhile.Code, both.Single(result => !result.Succeeded).Refusal!.Code);
            Assert.Equal(seen + 1, (await _app.TicketAsync(ticket)).Revision);
        }
    }

    [Fact]
    public async Task Whoever_does_not_administer_the_workflow_moves_nothing()
    {
        var ticket = (await _app.SubmitLeaveAsync(2)).Value;
        await PublishAsync(document => document with { Name = "Holiday" });

        var refused = await _app.AsAsync("wu", (MoveTicketHandler handler, Actor actor) => handler.HandleAsync(new MoveTicket(ticket, Plan, 1), actor, default));

        Assert.Equal(TicketRefusals.NotAnAdministrator, refused.Refusal);
    }

    private async Task<Result<TicketId>> MoveAsync(TicketId ticket, int? revision = null)
    {
        var seen = revision ?? (await _app.TicketAsync(ticket)).Revision;

        return await _app.AsAsync(Admin, (MoveTicketHandler handler, Actor actor) => handler.HandleAsync(new MoveTicket(ticket, Plan, seen), actor, default));
    }

    private Task PublishAsync(Func<WorkflowDocument, WorkflowDocument> change) => _app.UseCases.PublishAsync(_leave.Workflow, change(_leave.Document));

    /// <summary>Files with what is published and puts the ticket on the first version.</summary>
    private async Task<TicketId> FileOnFirstAsync()
    {
        var submitted = await _app.SubmitLeaveAsync(2);
        await using var db = await _app.DbAsync();
        await db.Tickets.Where(ticket => ticket.Id == submitted.Value).ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.Version, _leave.Id));

        return submitted.Value;
    }

    private async Task<int> CountAsync(Func<Task> work)
    {
        var before = _app.Commands.Commands;
        await work();

        return _app.Commands.Commands - before;
    }

    private async Task<int> NumberAsync(TicketId ticket) =>
        (await _app.Get<WorkflowStore>().VersionAsync((await _app.TicketAsync(ticket)).Version, default)).Number;
}
