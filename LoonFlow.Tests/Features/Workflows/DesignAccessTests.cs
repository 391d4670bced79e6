using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Catalogue;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Designer.Versions;
using LoonFlow.Web.Features.Workflows.Exchange;
using LoonFlow.Web.Features.Workflows.Versions.Moving;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class DesignAccessTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private WorkflowId _leave;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _leave = (await _app.WorkflowAsync("Leave")).Workflow;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Whoever_had_it_open_before_losing_the_right_sees_nothing_more()
    {
        Expect.Accepted(await MakeAdministratorAsync(true));
        var before = await _app.PersonAsync("chen");
        await _app.SubmitLeaveAsync(2);
        Assert.All(await SeenByAsync(before), Assert.True);

        Expect.Accepted(await MakeAdministratorAsync(false));

        Assert.All(await SeenByAsync(before), Assert.False);
    }

    [Fact]
    public async Task Through_an_application_only_its_workflows_are_seen()
    {
        var other = (await _app.WorkflowAsync("Purchase")).Workflow;
        var through = await _app.PersonAsync("anqi") with { Through = new ApplicationReach(new ApplicationId(1), [other]) { Grants = ApiGrant.Configure } };

        Assert.All(await SeenByAsync(through), Assert.False);
        Assert.Equal([other], (await _app.Get<DesignAccess>().AllAsync(through, default)).Select(workflow => workflow.Id));
    }

    private async Task<Result<UserId>> MakeAdministratorAsync(bool isOne)
    {
        var chen = (await _app.PersonAsync("chen")).Id;

        return await _app.AsAsync("anqi", (SaveUserHandler handler, Actor actor) => handler.HandleAsync(new SaveUser(chen) { IsAdministrator = isOne }, actor, default));
    }

    /// <summary>Everything that only the designers of a workflow see of it: whether there is something.</summary>
    private async Task<bool[]> SeenByAsync(Actor.Person person)
    {
        var plan = new MovePlan(_leave, 1, new Dictionary<StateId, StateId>());

        return
        [
            await _app.Get<DesignQueries>().FindAsync(_leave, person, default) is not null,
            await _app.Get<DesignQueries>().RunningAsync(_leave, person, default) > 0,
            await _app.Get<VersionQueries>().ListAsync(_leave, person, default) is not null,
            await _app.Get<VersionMoves>().PreviewAsync(plan, 1, person, default) is not null,
            await _app.Get<WorkflowQueries>().AccessAsync(_leave, person, default) is not null,
            await _app.Get<WorkflowQueries>().OverviewAsync(_leave, person, default) is not null,
            await _app.Get<WorkflowExchange>().ExportAsync(_leave, null, person, default) is not null,
            (await _app.Get<DesignedWorkflows>().AllAsync(person, default)).Any(line => line.Workflow.Id == _leave),
        ];
    }
}
