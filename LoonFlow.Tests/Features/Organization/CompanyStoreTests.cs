using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Organization;

public sealed class CompanyStoreTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_company_is_the_same_object_until_it_changes()
    {
        var before = await _app.CompanyAsync();

        Assert.Same(before, await _app.CompanyAsync());
    }

    [Fact]
    public async Task A_changed_person_is_seen_by_the_next_reader_of_any_instance()
    {
        var elsewhere = new CompanyStore(_app.Get<IDbContextFactory<LoonFlowDb>>());
        Assert.True((await elsewhere.GetAsync(CancellationToken.None)).UserNamed("lin")!.IsActive);

        await DeactivateAsync("lin");

        Assert.False((await elsewhere.GetAsync(CancellationToken.None)).UserNamed("lin")!.IsActive);
    }

    [Fact]
    public async Task Someone_deactivated_a_moment_ago_can_no_longer_decide()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, by: "cai")).Value;
        var ma = await _app.PersonAsync("ma");
        var ticket = await _app.TicketAsync(id);
        var leave = await _app.WorkflowAsync("Leave");
        var agree = leave.LeavingFrom(ticket.State).First(transition => transition.Kind is TransitionKind.Agree);
        var command = new TakeTransition(id, 1, agree.Id, ticket.Revision, FieldChanges.None);

        await DeactivateAsync("ma");
        var result = await _app.UseCases.RunAsync((TakeTransitionHandler handler) => handler.HandleAsync(command, ma, default));

        Assert.Equal(TicketRefusals.UnknownActor, result.Refusal);
    }

    private async Task DeactivateAsync(string userName)
    {
        await using var db = await _app.DbAsync();
        (await db.Users.SingleAsync(user => user.UserName == userName)).IsActive = false;
        await db.SaveChangesAsync();
    }
}
