using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Inbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

/// <summary>The rule about one ticket and the filter on rows say the same thing in two languages; this keeps them together.</summary>
public sealed class TicketVisibilityTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, WorkflowPermission.View)]
    [InlineData(false, WorkflowPermission.Administer)]
    public async Task Who_may_open_a_ticket_finds_it_in_the_list_of_all_and_nobody_else_does(bool openToAll, WorkflowPermission? granted)
    {
        await _app.SubmitLeaveAsync(days: 1);
        var atHr = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.TakeAsync(atHr, "wu", TransitionKind.Agree);
        await _app.SubmitLeaveAsync(days: 1, by: "cai");
        await AllowAsync(openToAll, granted);

        foreach (var person in (await _app.CompanyAsync()).Users)
        {
            var actor = await _app.PersonAsync(person.UserName);
            var listed = (await _app.Get<InboxQueries>().ListAsync(new InboxFilter { Tab = InboxTab.All }, actor, default)).Rows.Select(row => row.Id).ToHashSet();

            foreach (var ticket in await TicketsAsync())
            {
                var opened = await _app.Get<TicketQueries>().FindAsync(ticket, actor, wholeHistory: false, default) is not null;

                Assert.True(opened == listed.Contains(ticket), $"{person.UserName}: opened {opened}, listed {!opened}");
            }
        }
    }

    private async Task<List<TicketId>> TicketsAsync()
    {
        await using var db = await _app.DbAsync();

        return await db.Tickets.Select(ticket => ticket.Id).ToListAsync();
    }

    /// <summary>Grants go to the sales department.</summary>
    private async Task AllowAsync(bool openToAll, WorkflowPermission? granted)
    {
        var leave = (await _app.WorkflowAsync("Leave")).Workflow;
        await using var db = await _app.DbAsync();
        (await db.Workflows.SingleAsync(workflow => workflow.Id == leave)).OpenToAll = openToAll;

        if (granted is { } permission)
        {
            var sales = (await _app.PersonAsync("ding")).Departments[0];
            db.WorkflowGrants.Add(new WorkflowGrantRow { Workflow = leave, Permission = permission, Kind = ParticipantKind.Department, Key = sales.Value });
        }

        await db.SaveChangesAsync();
    }
}
