using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Children;

/// <summary>A parent that waits for children between its filing and Gao's review. Lin files it; Sun does what each child asks for.</summary>
internal sealed class ChildrenStage : IAsyncDisposable
{
    public static readonly StateId Wait = new(9002);
    public static readonly StateId Review = new(9003);
    public static readonly StateId Work = new(9102);

    private static readonly StateId New = new(9001);
    private static readonly StateId Done = new(9004);
    private static readonly TransitionId Submit = new(9011);
    private static readonly StateId ChildNew = new(9101);
    private static readonly StateId ChildDone = new(9103);
    private static readonly TransitionId ChildSubmit = new(9111);
    private static readonly TransitionId ChildFinish = new(9112);

    private TransitionId _submit = Submit;

    private ChildrenStage(TestApp app) => App = app;

    public TestApp App { get; }

    public WorkflowId Child { get; private set; }

    public WorkflowId Parent { get; private set; }

    public static async Task<ChildrenStage> StartAsync()
    {
        var stage = new ChildrenStage(await TestApp.StartAsync());
        stage.Child = await stage.PublishAsync(null, await stage.ChildDocumentAsync());

        return stage;
    }

    /// <summary>The child as it is, or as a test would have it.</summary>
    public async Task<WorkflowDocument> ChildDocumentAsync(params string[] start) => new Sketch("Child")
        .Field("who", FieldType.User)
        .Field("note", FieldType.Text)
        .Field("answer", FieldType.Text)
        .Start(ChildNew, "New", start is [] ? ["title?", "who?", "note?"] : start)
        .Step(Work, "Work", new ParticipantSpec.People([(await App.PersonAsync("sun")).Id]), "answer?")
        .End(ChildDone, "Done")
        .Agree(ChildSubmit, "Submit", ChildNew, Work)
        .Agree(ChildFinish, "Finish", Work, ChildDone)
        .Document;

    public async Task PublishParentAsync(ChildrenSetting setting) => Parent = await PublishParentAsync(setting, above: 0);

    /// <summary>A parent of parents: the same once more, with ids of its own.</summary>
    public async Task PublishAboveAsync(ChildrenSetting setting)
    {
        Parent = await PublishParentAsync(setting, above: 1_000);
        _submit = new TransitionId(Submit.Value + 1_000);
    }

    private async Task<WorkflowId> PublishParentAsync(ChildrenSetting setting, long above)
    {
        StateId State(StateId id) => new(id.Value + above);

        TransitionId Way(int number) => new(Submit.Value + number + above);

        return await PublishAsync(null, new Sketch("Parent")
            .Field("people", FieldType.Users)
            .Field("rows", FieldType.TextArea)
            .Field("kinds", FieldType.MultiSelect, "a", "b", "c")
            .Field("reason", FieldType.Text)
            .Field("result", FieldType.Text)
            .Start(State(New), "New", "title?", "people?", "rows?", "kinds?", "reason?")
            .Step(State(Wait), "Wait", new ParticipantSpec.Engine(), "title").Withdrawable().But(state => state with { Children = setting with { Workflow = setting.Workflow ?? Child } })
            .Step(State(Review), "Review", new ParticipantSpec.People([(await App.PersonAsync("gao")).Id]), "result")
            .End(State(Done), "Done")
            .Agree(Way(0), "Submit", State(New), State(Wait))
            .Agree(Way(1), "Children done", State(Wait), State(Review))
            .Agree(Way(2), "Agree", State(Review), State(Done))
            .Refuse(Way(3), "Once more", State(Review), State(Wait))
            .Document);
    }

    public async Task<WorkflowId> PublishAsync(WorkflowId? workflow, WorkflowDocument document)
    {
        var published = await App.UseCases.PublishAsync(workflow, document);
        Assert.True(published.Succeeded, string.Join(' ', published.Refusal?.Fields.Select(field => field.Message) ?? []));

        return (await App.Get<WorkflowStore>().VersionAsync(published.Value, CancellationToken.None)).Workflow;
    }

    /// <summary>Files a parent; its children are started with the next delivery.</summary>
    public async Task<TicketId> FileAsync(params (string Key, FieldValue Value)[] values) => (await App.AsAsync("lin", (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(
        new SubmitTicket(Parent, _submit, new FieldChanges("Parent", values.ToDictionary(pair => pair.Key, FieldValue? (pair) => pair.Value))), actor, default))).Value;

    public async Task<TicketId> FileAndDeliverAsync(params (string Key, FieldValue Value)[] values)
    {
        var parent = await FileAsync(values);
        await DeliverAsync();

        return parent;
    }

    /// <summary>Files a child as a caller would, who names the parent.</summary>
    public Task<Result<TicketId>> FileChildAsync(ParentLink link, string by = "lin") => App.AsAsync(by, (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(
        new SubmitTicket(Child, ChildSubmit, new FieldChanges("Child", new Dictionary<string, FieldValue?>()), Parent: link), actor, default));

    public async Task DeliverAsync()
    {
        while (await App.Get<OutboxDispatcher>().DeliverDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    public async Task<IReadOnlyList<Ticket>> ChildrenOfAsync(TicketId parent)
    {
        await using var db = await App.DbAsync();

        return await db.Tickets.AsNoTracking().IgnoreQueryFilters().Where(ticket => ticket.Parent == parent).OrderBy(ticket => ticket.Id).ToListAsync();
    }

    public async Task EndChildAsync(TicketId child, string? answer = null)
    {
        var sent = new FieldChanges(null, new Dictionary<string, FieldValue?> { ["answer"] = answer is null ? null : new FieldValue.Text(answer) });
        var command = new TakeTransition(child, 1, ChildFinish, Revision: null, sent);
        Expect.Accepted(await App.AsAsync("sun", (TakeTransitionHandler handler, Actor actor) => handler.HandleAsync(command, actor, default)));
    }

    public async Task EndChildAndDeliverAsync(TicketId child, string? answer = null)
    {
        await EndChildAsync(child, answer);
        await DeliverAsync();
    }

    public async Task DecideAsync(TicketId ticket, Func<Situation, Result<TicketDecision>> decide)
    {
        Expect.Accepted(await App.UseCases.RunAsync((TicketDecisions decisions) => decisions.DecideAsync(ticket, new Actor.Engine(), revision: null, decide, default)));
        await DeliverAsync();
    }

    public Task CloseAsync(TicketId ticket) => DecideAsync(ticket, situation => ClosingRules.Close(situation, "Enough"));

    public Task DeleteAsync(TicketId ticket) => DecideAsync(ticket, situation => DeletionRules.Delete(situation, "Enough"));

    public async Task WithdrawAsync(TicketId ticket)
    {
        Expect.Accepted(await App.AsAsync("lin", (WithdrawTicketHandler handler, Actor actor) => handler.HandleAsync(new WithdrawTicket(ticket, null, null), actor, default)));
        await DeliverAsync();
    }

    public async Task<StateId> StateOfAsync(TicketId ticket) => (await App.TicketAsync(ticket)).State;

    public async Task<AutomationRun> RunOfAsync(TicketId ticket) => (await App.TicketAsync(ticket)).OpenVisits.Single().Automation!;

    public async Task RetryAsync(TicketId ticket)
    {
        Expect.Accepted(await App.AsAsync("lin", (RetryAutomationHandler handler, Actor actor) => handler.HandleAsync(new RetryAutomation(ticket, 1), actor, default)));
        await DeliverAsync();
    }

    public async Task<IReadOnlyList<FlowLogEntry>> HistoryAsync(TicketId ticket)
    {
        await using var db = await App.DbAsync();

        return await db.FlowLog.AsNoTracking().Where(entry => entry.Ticket == ticket).OrderBy(entry => entry.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
