using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Designer.Panels.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Panels;

public sealed class AccessSectionTests : AppScreenTest
{
    [Fact]
    public async Task What_is_saved_counts_at_once_and_is_no_step_of_the_draft()
    {
        var lin = await App.PersonAsync("lin");
        var (session, section) = await OpenAsync(DemoPeople.Administrator);

        await section.InvokeAsync(() => section.Find("#workflow-open").Change(true));
        await section.InvokeAsync(() => section.Find("#workflow-may-View").Input("lin"));
        await section.InvokeAsync(() => section.Find("[role=option]").Click());
        await section.InvokeAsync(() => section.Find(".panel-save-access").Click());

        section.WaitForAssertion(() => Assert.Contains("Saved", section.Markup, StringComparison.Ordinal));
        var access = await NowAsync(session.Workflow.Id);
        Assert.True(access.OpenToAll);
        Assert.Contains(new WorkflowGrant(WorkflowPermission.View, Participant.Of(lin.Id)), access.Grants);
        Assert.Null(session.UndoName);
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_shown_and_nothing_overwritten()
    {
        var (session, section) = await OpenAsync(DemoPeople.Administrator);
        var before = await NowAsync(session.Workflow.Id);
        Expect.Accepted(await App.UseCases.RunAsync((ChangeWorkflowAccessHandler handler) =>
            handler.HandleAsync(new ChangeWorkflowAccess(session.Workflow.Id, before, before with { OpenToAll = !before.OpenToAll }), session.Person, CancellationToken.None)));

        await section.InvokeAsync(() => section.Find("#workflow-may-Administer").Input("lin"));
        await section.InvokeAsync(() => section.Find("[role=option]").Click());
        await section.InvokeAsync(() => section.Find(".panel-save-access").Click());

        section.WaitForAssertion(() => Assert.Contains("Somebody else has changed the permissions", section.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(before.Grants.Count, (await NowAsync(session.Workflow.Id)).Grants.Count);
    }

    [Fact]
    public async Task Whoever_does_not_administer_it_sees_none()
    {
        var (_, section) = await OpenAsync("lin");

        section.WaitForAssertion(() => Assert.Contains("Only those who administer", section.Markup, StringComparison.Ordinal));
        Assert.Empty(section.FindAll("input"));
    }

    private async Task<WorkflowAccess> NowAsync(WorkflowId id) => (await App.Get<WorkflowStore>().CatalogueAsync(CancellationToken.None))[id].Access;

    private async Task<(DesignerSession Session, IRenderedComponent<AccessSection> Section)> OpenAsync(string userName)
    {
        Services.AddSingleton(_ => App.Get<WorkflowQueries>());
        var person = await App.PersonAsync(userName);
        var version = await App.WorkflowAsync("Leave");
        var catalogue = await App.Get<WorkflowStore>().CatalogueAsync(CancellationToken.None);
        var known = new DesignerReferences(await App.Get<CompanyStore>().GetAsync(CancellationToken.None), catalogue, [], [], []);
        var session = new DesignerSession(catalogue[version.Workflow], version.Document, known, person, _ => Task.FromResult<IReadOnlyList<long>>([]));
        var section = Render<AccessSection>(parameters => parameters.Add(one => one.Session, session));
        section.WaitForAssertion(() => Assert.DoesNotContain("Loading", section.Markup, StringComparison.Ordinal));

        return (session, section);
    }
}
