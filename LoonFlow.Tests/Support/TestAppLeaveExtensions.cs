using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Tests.Support;

/// <summary>The steps of the demo company's leave workflow that many tests start from.</summary>
internal static class TestAppLeaveExtensions
{
    public static FieldChanges LeaveForm(decimal days, string title = "年假 Annual leave") => new(title, new Dictionary<string, FieldValue?>
    {
        [LeaveWorkflow.Type] = new FieldValue.Text("1"),
        [LeaveWorkflow.Start] = new FieldValue.Moment(new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.Zero)),
        [LeaveWorkflow.End] = new FieldValue.Moment(new DateTimeOffset(2026, 3, 11, 10, 0, 0, TimeSpan.Zero)),
        [LeaveWorkflow.Days] = new FieldValue.Decimal(days),
        [LeaveWorkflow.Proxy] = new FieldValue.Text("gao"),
        [LeaveWorkflow.Reason] = new FieldValue.Text("Family"),
    });

    public static async Task<Result<TicketId>> SubmitLeaveAsync(this TestApp app, decimal days, string by = "lin", string title = "年假 Annual leave")
    {
        var leave = await app.WorkflowAsync("Leave");
        var command = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, LeaveForm(days, title));

        return await app.AsAsync(by, (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));
    }

    /// <summary>Takes the transition of this kind out of the state that the ticket is in, on the revision it has now unless said otherwise.</summary>
    public static async Task<Result<TicketId>> TakeAsync(this TestApp app, TicketId id, string by, TransitionKind kind, int? revision = null)
    {
        var ticket = await app.TicketAsync(id);
        var visit = ticket.OpenVisits.First();
        var workflow = await app.Get<LoonFlow.Web.Features.Workflows.WorkflowStore>().VersionAsync(ticket.Version, CancellationToken.None);
        var transition = workflow.LeavingFrom(visit.State).First(transition => transition.Kind == kind);
        var command = new TakeTransition(id, visit.Number, transition.Id, revision ?? ticket.Revision, FieldChanges.None);

        return await app.AsAsync(by, (TakeTransitionHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));
    }

    public static async Task<Result<TicketId>> ClaimAsync(this TestApp app, TicketId id, string by)
    {
        var ticket = await app.TicketAsync(id);
        var command = new ClaimTicket(id, ticket.OpenVisits.First().Number, ticket.Revision);

        return await app.AsAsync(by, (ClaimTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));
    }
}
