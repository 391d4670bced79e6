using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Counts the tickets that a workflow's limits are about. Workflows without limits cost nothing.</summary>
public sealed class FilingLimits(IDbContextFactory<LoonFlowDb> databases, IOptions<InstallationOptions> installation, TimeProvider clock)
{
    /// <summary>Why somebody may not file now, as far as can be said before they try; null when they may.</summary>
    public async Task<Refusal?> WhyNotAsync(WorkflowVersion workflow, Actor.Person person, CancellationToken ct)
    {
        var limits = workflow.Document.Limits;

        if (CreationRules.WhyNot(limits, person) is { } refusal)
        {
            return refusal;
        }

        if (!limits.NeedsCount)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);

        return await WhyNotAsync(db, workflow, person, ct);
    }

    /// <summary>The same for good: nobody else may file against the same limits until this unit of work has committed.</summary>
    public async Task<Refusal?> ReserveAsync(LoonFlowDb db, WorkflowVersion workflow, Actor.Person person, CancellationToken ct)
    {
        var limits = workflow.Document.Limits;

        if (!limits.NeedsCount)
        {
            return null;
        }

        await db.LockAsync(limits.CountsEveryone ? $"filing {workflow.Workflow.Value}" : $"filing {workflow.Workflow.Value} {person.Id.Value}", ct);

        return await WhyNotAsync(db, workflow, person, ct);
    }

    private async Task<Refusal?> WhyNotAsync(LoonFlowDb db, WorkflowVersion workflow, Actor.Person person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var limits = workflow.Document.Limits;
        var counted = new CreationFacts(
            limits.Frequency is { } frequency ? await FilledAtAsync(InScope(frequency.Scope), frequency, now, ct) : null,
            limits.Open is { } open ? await InScope(open.Scope).Where(ticket => ticket.EndedAt == null).Take(open.Count).CountAsync(ct) : 0);

        return CreationRules.WhyNotNow(limits, counted, now, installation.Value.Zone);

        IQueryable<Ticket> InScope(LimitScope scope) => scope is LimitScope.Everyone
            ? db.Tickets.AsNoTracking().Where(ticket => ticket.Workflow == workflow.Workflow)
            : db.Tickets.AsNoTracking().Where(ticket => ticket.Workflow == workflow.Workflow && ticket.Creator == person.Id);
    }

    private static async Task<DateTimeOffset?> FilledAtAsync(IQueryable<Ticket> tickets, FrequencyLimit limit, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - limit.Period;

        return await tickets
            .Where(ticket => ticket.CreatedAt > since)
            .OrderByDescending(ticket => ticket.CreatedAt)
            .Skip(limit.Count - 1)
            .Select(ticket => (DateTimeOffset?)ticket.CreatedAt)
            .FirstOrDefaultAsync(ct);
    }
}
