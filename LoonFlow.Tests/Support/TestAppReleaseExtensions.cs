using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Support;

/// <summary>
/// The steps of the demo company's release workflow: Lin files, Wu leads her; Gao or Song test, Jiang looks at security,
/// Feng or Jiang at operations; then Zhao, Zheng, Wu, Zhou and Ma vote by majority.
/// </summary>
internal static class TestAppReleaseExtensions
{
    public static async Task<TicketId> SubmitReleaseAsync(this TestApp app, string title = "Member centre 2.4", string by = "lin")
    {
        var release = await app.WorkflowAsync("Release");
        var form = new FieldChanges(title, new Dictionary<string, FieldValue?>
        {
            [ReleaseWorkflow.Product] = new FieldValue.Text("web"),
            [ReleaseWorkflow.Kind] = new FieldValue.Text("planned"),
            [ReleaseWorkflow.Window] = new FieldValue.Moment(new DateTimeOffset(2026, 3, 9, 12, 0, 0, TimeSpan.Zero)),
            [ReleaseWorkflow.Changes] = new FieldValue.Text("New pages"),
            [ReleaseWorkflow.Rollback] = new FieldValue.Text("The image before"),
        });
        var command = new SubmitTicket(release.Workflow, SubmissionRules.Available(release)[0].Id, form);

        return (await app.AsAsync(by, (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None))).Value;
    }

    /// <summary>Testing, security and operations are asked side by side.</summary>
    public static async Task<TicketId> ReleaseInReviewAsync(this TestApp app, string title = "Member centre 2.4")
    {
        var id = await app.SubmitReleaseAsync(title);
        Assert.True((await app.PressAsync(id, "wu", "Leader approval", "Agree")).Succeeded);

        return id;
    }

    /// <summary>All reviews have passed; the five of the board are asked.</summary>
    public static async Task<TicketId> ReleaseInVoteAsync(this TestApp app, string title = "Member centre 2.4")
    {
        var id = await app.ReleaseInReviewAsync(title);
        await app.ClaimInAsync(id, "gao", "Testing");
        Assert.True((await app.PressAsync(id, "gao", "Testing", "Pass")).Succeeded);
        Assert.True((await app.PressAsync(id, "jiang", "Security review", "Pass")).Succeeded);
        await app.ClaimInAsync(id, "feng", "Operations review");
        Assert.True((await app.PressAsync(id, "feng", "Operations review", "Pass")).Succeeded);

        return id;
    }

    /// <summary>Takes the transition with this English name out of the state with this English name.</summary>
    public static async Task<Result<TicketId>> PressAsync(this TestApp app, TicketId id, string by, string state, string transition)
    {
        var (ticket, visit) = await app.OpenInAsync(id, state);
        var workflow = await app.Get<WorkflowStore>().VersionAsync(ticket.Version, CancellationToken.None);
        var way = workflow.LeavingFrom(visit.State).Single(way => way.Name.English == transition);
        var command = new TakeTransition(id, visit.Number, way.Id, ticket.Revision, FieldChanges.None);

        return await app.AsAsync(by, (TakeTransitionHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));
    }

    public static async Task<Result<TicketId>> ClaimInAsync(this TestApp app, TicketId id, string by, string state)
    {
        var (ticket, visit) = await app.OpenInAsync(id, state);
        var command = new ClaimTicket(id, visit.Number, ticket.Revision);

        return await app.AsAsync(by, (ClaimTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));
    }

    /// <summary>The open visit in the state with this English name.</summary>
    public static async Task<(Ticket Ticket, Visit Visit)> OpenInAsync(this TestApp app, TicketId id, string state)
    {
        var ticket = await app.TicketAsync(id);
        var workflow = await app.Get<WorkflowStore>().VersionAsync(ticket.Version, CancellationToken.None);

        return (ticket, ticket.OpenVisits.Single(visit => workflow.State(visit.State).Name.English == state));
    }
}
