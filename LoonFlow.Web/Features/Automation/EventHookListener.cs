using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Features.Events;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Tells other systems what happened to a ticket. The message's id goes along, so that a repetition can be told.</summary>
public sealed class EventHookListener(
    IDbContextFactory<LoonFlowDb> databases, WorkflowStore workflows, CompanyStore companies, HookClient hooks, HookSecrets secrets, IOptions<InstallationOptions> installation) : IOutboxListener
{
    public string Name => Subscriptions.EventHooks;

    public Lane Lane => Lane.Outside;

    public async Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var told = DomainJson.Read<EventHookMessage>(message.Content);
        await using var db = await databases.CreateDbContextAsync(ct);

        // A ticket that was deleted meanwhile too: what happened to it before is still news.
        if (await db.Tickets.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.Id == told.Ticket, ct) is not { } ticket
            || await FindAsync(ticket, told.Hook, ct) is not ({ } workflow, { } hook))
        {
            return;
        }

        var secret = await secrets.FindAsync(ticket.Workflow, hook.Call, ct);
        var about = new NewsTicket(ticket.Id, ticket.Serial, ticket.Creator, ticket.CreatedAt, ticket.Version);
        var body = TicketNewsBody.Of(told.Event, workflow, about, told.News, await companies.GetAsync(ct), installation.Value.Zone).ToJsonString();
        var reply = secret.Succeeded
            ? await hooks.CallAsync(new HookRequest(hook.Call.Url, body) { Secret = secret.Value.Text, Signature = hook.Call.Signature, Delivery = message.Id, ExpectsJson = false }, ct)
            : HookReply.Failed(secret.Refusal);

        if (reply.Problem is { } problem)
        {
            throw reply.MayPass ? new HttpRequestException(problem.Message) : new DeliveryRefusedException(problem.Message);
        }
    }

    /// <summary>As the workflow says it today, so that a wrong address can be mended and the message sent again; else as the ticket's own version said it.</summary>
    private async Task<(WorkflowVersion? Workflow, EventHook? Hook)> FindAsync(Ticket ticket, string name, CancellationToken ct)
    {
        var filed = await workflows.VersionAsync(ticket.Version, ct);
        var today = await workflows.PublishedAsync(ticket.Workflow, ct);

        return (filed, HookOf(today, name) ?? HookOf(filed, name));
    }

    private static EventHook? HookOf(WorkflowVersion? workflow, string name) => workflow?.Document.EventHooks.FirstOrDefault(hook => hook.Name == name);
}
