using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Scripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.Automation;

/// <summary>A workflow in which something runs by itself between filing and the end; Lin files, and another system listens.</summary>
internal sealed class AutomationStage : IAsyncDisposable
{
    public static readonly StateId Grant = new(9002);
    public static readonly StateId Done = new(9003);

    private static readonly StateId New = new(9001);
    private static readonly TransitionId Submit = new(9011);
    private static readonly TransitionId Finished = new(9012);

    private WorkflowId _workflow;

    private AutomationStage(TestApp app, TestReceiver receiver) => (App, Receiver) = (app, receiver);

    public TestApp App { get; }

    public TestReceiver Receiver { get; }

    public WorkflowId Workflow => _workflow;

    public static async Task<AutomationStage> StartAsync() => await OnAsync(await TestApp.StartAsync());

    /// <summary>In an installation that is there already.</summary>
    public static async Task<AutomationStage> OnAsync(TestApp app)
    {
        var stage = new AutomationStage(app, await TestReceiver.StartAsync());
        stage.App.Get<IOptions<ScriptsOptions>>().Value.Enabled = true;
        stage.App.Get<IOptions<HooksOptions>>().Value.AllowPrivateAddresses = true;

        return stage;
    }

    public async Task PublishAsync(ParticipantSpec who, Func<WorkflowDocument, WorkflowDocument>? change = null, params string[] access)
    {
        var document = new Sketch("Access")
            .Field("account", FieldType.Text)
            .Field("days", FieldType.Integer)
            .Start(New, "New", "title?", "days?")
            .Step(Grant, "Grant", who, access is [] ? ["account?", "days?"] : access)
            .End(Done, "Done")
            .Agree(Submit, "Submit", New, Grant)
            .Agree(Finished, "Finished", Grant, Done)
            .Document;

        var published = await App.UseCases.PublishAsync(null, change?.Invoke(document) ?? document);
        Assert.True(published.Succeeded, published.Refusal?.Message);
        _workflow = (await App.Get<WorkflowStore>().VersionAsync(published.Value, CancellationToken.None)).Workflow;
    }

    public async Task AddScriptAsync(string content, bool isActive = true)
    {
        await using var db = await App.DbAsync();
        await db.Scripts.Where(script => script.StoredName == "grant.py").ExecuteDeleteAsync();
        db.Scripts.Add(new StoredScript { Name = "Grant", StoredName = "grant.py", Content = content, IsActive = isActive, ChangedAt = App.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }

    public Task<Result<TicketId>> TryFileAsync() => App.AsAsync("lin", (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(
        new SubmitTicket(_workflow, Submit, new FieldChanges("Access please", new Dictionary<string, FieldValue?> { ["days"] = new FieldValue.Integer(3) })), actor, default));

    public async Task<TicketId> FileAsync() => (await TryFileAsync()).Value;

    public Task DeliverAsync() => App.Get<OutboxDispatcher>().DeliverDueAsync(CancellationToken.None);

    public async Task<TicketId> FileAndDeliverAsync()
    {
        var ticket = await FileAsync();
        await DeliverAsync();

        return ticket;
    }

    public Task<Result<TicketId>> RetryAsync(TicketId ticket, string userName) =>
        App.AsAsync(userName, (RetryAutomationHandler handler, Actor actor) => handler.HandleAsync(new RetryAutomation(ticket, 1), actor, default));

    public Task<Result<TicketId>> CloseAsync(TicketId ticket) =>
        App.UseCases.RunAsync((CloseTicketHandler handler) => handler.HandleAsync(new CloseTicket(ticket, null, "No longer needed"), new Actor.Engine(), default));

    public async Task<AutomationRun> RunOfAsync(TicketId ticket) => (await App.TicketAsync(ticket)).Visits.Single().Automation!;

    public async Task<IReadOnlyList<AutomationAttempt>> AttemptsAsync(TicketId ticket)
    {
        await using var db = await App.DbAsync();

        return await db.AutomationAttempts.AsNoTracking().Where(attempt => attempt.Ticket == ticket).OrderBy(attempt => attempt.Id).ToListAsync();
    }

    public async Task<IReadOnlyList<string>> CommentsAsync(TicketId ticket)
    {
        await using var db = await App.DbAsync();

        return await db.FlowLog.AsNoTracking().Where(entry => entry.Ticket == ticket).OrderBy(entry => entry.Id).Select(entry => entry.Comment).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
