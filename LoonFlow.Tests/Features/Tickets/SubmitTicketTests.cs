using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

public sealed class SubmitTicketTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_filed_ticket_is_stored_with_its_history_its_visit_and_the_news_of_it()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        var ticket = await _app.TicketAsync(id);
        var wu = await _app.PersonAsync("wu");
        Assert.Equal("leave_202603020001", ticket.Serial);
        Assert.Equal(TicketStatus.Ongoing, ticket.Status);
        Assert.True(Assert.Single(ticket.OpenVisits).IsFor(wu));
        Assert.Equal(new FieldValue.Decimal(2), ticket.Values["leave_days"]);

        await using var db = await _app.DbAsync();
        var entry = Assert.Single(await db.FlowLog.Where(entry => entry.Ticket == id).ToListAsync());
        Assert.Equal(FlowLogAction.Submitted, entry.Action);
        Assert.Equal("提交", entry.TransitionName!.Text);
        Assert.Equal(ticket.Values, entry.Values);
        Assert.Equal(["feed", "notices"], await db.Outbox.Select(message => message.Listener).Order().ToListAsync());
    }

    [Fact]
    public async Task A_refused_ticket_leaves_nothing_behind_and_names_every_field()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var command = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, FieldChanges.None);

        var result = await _app.AsAsync("lin", (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));

        Assert.Equal("ticket.form_incomplete", result.Refusal!.Code);
        Assert.Equal(["leave_days", "leave_end", "leave_proxy", "leave_reason", "leave_start", "leave_type", "title"], result.Refusal.Fields.Select(field => field.Key).Order());

        await using var db = await _app.DbAsync();
        Assert.Empty(await db.Tickets.ToListAsync());
        Assert.Empty(await db.Outbox.ToListAsync());
    }

    [Fact]
    public async Task A_hundred_tickets_filed_at_once_get_a_hundred_serial_numbers()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _app.SubmitLeaveAsync(days: 1))));

        await using var db = await _app.DbAsync();
        var serials = await db.Tickets.Select(ticket => ticket.Serial).ToListAsync();
        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Equal(100, serials.Distinct().Count());
    }
}
