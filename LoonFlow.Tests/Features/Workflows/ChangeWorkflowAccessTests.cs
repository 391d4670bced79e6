using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class ChangeWorkflowAccessTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private WorkflowId _leave;
    private Actor.Person _administrator = null!;
    private Actor.Person _lin = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _leave = (await _app.WorkflowAsync("Leave")).Workflow;
        _administrator = await _app.PersonAsync(DemoPeople.Administrator);
        _lin = await _app.PersonAsync("lin");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_is_granted_counts_at_once()
    {
        var before = await NowAsync();
        var granted = before with { Grants = [.. before.Grants, new WorkflowGrant(WorkflowPermission.Administer, Participant.Of(_lin.Id))], OpenToAll = true };

        Expect.Accepted(await ChangeAsync(before, granted, _administrator));

        var now = await NowAsync();
        Assert.True(PermissionRules.MayAdminister(now, _lin));
        Assert.True(now.OpenToAll);
        Assert.Equal(granted.Grants.ToHashSet(), now.Grants.ToHashSet());
    }

    [Fact]
    public async Task Whoever_does_not_administer_it_changes_nothing()
    {
        var before = await NowAsync();

        Expect.Refused(WorkflowRefusals.UnknownWorkflow, await ChangeAsync(before, before with { OpenToAll = !before.OpenToAll }, _lin));

        Assert.Equal(before.OpenToAll, (await NowAsync()).OpenToAll);
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_looks_again()
    {
        var before = await NowAsync();
        Expect.Accepted(await ChangeAsync(before, before with { OpenToAll = !before.OpenToAll }, _administrator));

        Expect.Refused(WorkflowAccessRefusals.ChangedMeanwhile, await ChangeAsync(before, WorkflowAccess.Restricted, _administrator));
    }

    private async Task<WorkflowAccess> NowAsync() => (await _app.Get<WorkflowStore>().CatalogueAsync(CancellationToken.None))[_leave].Access;

    private Task<Result<WorkflowAccess>> ChangeAsync(WorkflowAccess seen, WorkflowAccess access, Actor by) =>
        _app.UseCases.RunAsync((ChangeWorkflowAccessHandler handler) => handler.HandleAsync(new ChangeWorkflowAccess(_leave, seen, access), by, CancellationToken.None));
}
