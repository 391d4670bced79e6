using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

/// <summary>Taking back and everything that those who step in may do, on a real database: who may, who may not, what history tells.</summary>
public sealed class StepInTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Whoever_moved_it_last_takes_that_back_and_nobody_else_does()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.TakeAsync(id, "wu", TransitionKind.Agree);

        var refused = await TakeBackAsync(id, "lin");
        var taken = await TakeBackAsync(id, "wu");

        Assert.Equal(TicketRefusals.NothingToTakeBack, refused.Refusal);
        Assert.True(taken.Succeeded);
        Assert.True((await _app.TicketAsync(id)).OpenVisits.Single().IsFor(await _app.PersonAsync("wu")));
        Assert.Equal("Leader approval", (await LineAsync(id, FlowLogAction.TakenBack)).TargetStateName!.English);
    }

    [Fact]
    public async Task Nothing_is_taken_back_once_the_next_has_acted()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.TakeAsync(id, "wu", TransitionKind.Agree);
        await _app.ClaimAsync(id, "sun");

        Assert.Equal(TicketRefusals.NothingToTakeBack, (await TakeBackAsync(id, "wu")).Refusal);
    }

    [Fact]
    public async Task Only_who_may_step_in_moves_a_ticket_outside_the_flow_or_opens_it_again()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var leave = await _app.WorkflowAsync("Leave");
        var hr = leave.States.Single(state => state.Name.English == "HR approval").Id;

        var refused = await JumpAsync(id, "lin", hr);
        var moved = await JumpAsync(id, "anqi", hr);
        await _app.AsAsync("anqi", (CloseTicketHandler handler, Actor actor) => handler.HandleAsync(new CloseTicket(id, null, "Over"), actor, default));
        var reopened = await JumpAsync(id, "anqi", hr);

        Assert.Equal(TicketRefusals.MayNotIntervene, refused.Refusal);
        Assert.True(moved.Succeeded);
        Assert.True(reopened.Succeeded);
        Assert.Equal(hr, (await _app.TicketAsync(id)).OpenVisits.Single().State);
        Assert.Equal("HR approval", (await LineAsync(id, FlowLogAction.Jumped)).TargetStateName!.English);
        Assert.Equal("Wrong way", (await LineAsync(id, FlowLogAction.Reopened)).Comment);
    }

    [Fact]
    public async Task Corrected_values_are_in_the_history_with_their_reason()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var sent = new FieldChanges(null, new Dictionary<string, FieldValue?> { [LeaveWorkflow.Days] = new FieldValue.Decimal(3) });
        var command = new CorrectValues(id, null, sent, "Counted wrongly");

        var refused = await _app.AsAsync("lin", (CorrectValuesHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));
        var corrected = await _app.AsAsync("anqi", (CorrectValuesHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));

        Assert.Equal(TicketRefusals.MayNotIntervene, refused.Refusal);
        Assert.True(corrected.Succeeded);
        Assert.Equal(new FieldValue.Decimal(3), (await _app.TicketAsync(id)).Values[LeaveWorkflow.Days]);
        Assert.Equal("Counted wrongly", (await LineAsync(id, FlowLogAction.ValuesCorrected)).Comment);
    }

    [Fact]
    public async Task A_deleted_ticket_is_in_no_list_and_not_found_by_others_until_an_administrator_restores_it()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, title: "Filed twice")).Value;
        var delete = new DeleteTicket(id, null, "Filed twice");

        var refused = await _app.AsAsync("lin", (DeleteTicketHandler handler, Actor actor) => handler.HandleAsync(delete, actor, default));
        var deleted = await _app.AsAsync("anqi", (DeleteTicketHandler handler, Actor actor) => handler.HandleAsync(delete, actor, default));

        Assert.Equal(TicketRefusals.NotAnAdministrator, refused.Refusal);
        Assert.True(deleted.Succeeded);
        Assert.False(await IsListedAsync("lin"));
        Assert.False(await IsListedAsync("wu"));
        Assert.False(await IsListedAsync("anqi"));
        Assert.Null(await FindAsync(id, "lin"));
        Assert.Contains(new TicketAction.Restore(), (await FindAsync(id, "anqi"))!.Actions);
        Assert.Equal("Filed twice", (await LineAsync(id, FlowLogAction.Deleted)).Comment);

        Assert.Equal(TicketRefusals.NotFound, (await RestoreAsync(id, "lin")).Refusal);
        Assert.True((await RestoreAsync(id, "anqi")).Succeeded);

        Assert.True(await IsListedAsync("lin"));
        Assert.NotNull(await LineAsync(id, FlowLogAction.Restored));
    }

    private Task<Result<TicketId>> TakeBackAsync(TicketId id, string by) => _app.AsAsync(by, (TakeBackTicketHandler handler, Actor actor) =>
        handler.HandleAsync(new TakeBackTicket(id, null), actor, default));

    private Task<Result<TicketId>> JumpAsync(TicketId id, string by, StateId to) => _app.AsAsync(by, (JumpTicketHandler handler, Actor actor) =>
        handler.HandleAsync(new JumpTicket(id, to, null, null, "Wrong way"), actor, default));

    private Task<Result<TicketId>> RestoreAsync(TicketId id, string by) => _app.AsAsync(by, (RestoreTicketHandler handler, Actor actor) =>
        handler.HandleAsync(new RestoreTicket(id, null), actor, default));

    private async Task<TicketView?> FindAsync(TicketId id, string reader) =>
        await _app.Get<TicketQueries>().FindAsync(id, await _app.PersonAsync(reader), wholeHistory: false, default);

    private async Task<bool> IsListedAsync(string reader)
    {
        var person = await _app.PersonAsync(reader);
        var views = new List<InboxView>();

        foreach (var tab in Enum.GetValues<InboxTab>())
        {
            views.Add(await _app.Get<InboxQueries>().ListAsync(new InboxFilter { Tab = tab }, person, default));
        }

        return views.Any(view => view.Rows.Any(row => row.Title == "Filed twice"));
    }

    private async Task<FlowLogEntry> LineAsync(TicketId id, FlowLogAction action)
    {
        await using var db = await _app.DbAsync();

        return await db.FlowLog.SingleAsync(entry => entry.Ticket == id && entry.Action == action);
    }
}
