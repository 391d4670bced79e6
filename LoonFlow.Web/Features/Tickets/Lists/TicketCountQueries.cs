using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Tickets.Lists;

/// <summary>How many tickets were filed on which day.</summary>
public sealed class TicketCountQueries(IDbContextFactory<LoonFlowDb> databases, CompanyStore companies, WorkflowStore workflows, IOptions<InstallationOptions> installation)
{
    /// <summary>Zones differ from UTC by whole quarters of an hour, so days are made of these.</summary>
    private const int QuarterMinutes = 15;

    /// <summary>Of those that the reader may view, by day in the installation's zone and workflow.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="only">The one workflow asked about; null for all.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<IReadOnlyList<TicketCount>>> PerDayAsync(DateOnly from, DateOnly to, WorkflowId? only, Actor reader, CancellationToken ct)
    {
        if (reader.AsKnownBy(await companies.GetAsync(ct)) is not { } now)
        {
            return TicketRefusals.UnknownActor;
        }

        var catalogue = await workflows.CatalogueAsync(ct);
        var filter = new TicketFilter
        {
            Category = TicketCategory.All,
            CreatedFrom = Midnight(from),
            CreatedTo = Midnight(to.AddDays(1)).AddTicks(-TimeSpan.TicksPerMicrosecond),
            Workflows = only is { } id ? [id] : null,
        };
        await using var db = await databases.CreateDbContextAsync(ct);
        var counted = await db.Matching(filter, now, catalogue)
            .GroupBy(ticket => new { ticket.CreatedAt.Year, ticket.CreatedAt.Month, ticket.CreatedAt.Day, ticket.CreatedAt.Hour, Quarter = ticket.CreatedAt.Minute / QuarterMinutes, ticket.Workflow })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(ct);

        return counted
            .GroupBy(one => (Day: DayOf(new DateTimeOffset(one.Key.Year, one.Key.Month, one.Key.Day, one.Key.Hour, one.Key.Quarter * QuarterMinutes, 0, TimeSpan.Zero)), one.Key.Workflow))
            .OrderBy(same => same.Key.Day).ThenBy(same => same.Key.Workflow.Value)
            .Select(same => new TicketCount(same.Key.Day, catalogue[same.Key.Workflow].Name, same.Sum(one => one.Count)))
            .ToArray();
    }

    /// <summary>Whether somebody may step in on a workflow's tickets; null when there is no such workflow for them.</summary>
    public async Task<bool?> MayInterveneAsync(WorkflowId id, Actor.Person person, CancellationToken ct) =>
        person.Reaches(id) && (await workflows.CatalogueAsync(ct)).GetValueOrDefault(id) is { } workflow
            ? PermissionRules.May(workflow.Access, person, WorkflowPermission.Intervene)
            : null;

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);

        return new DateTimeOffset(local, installation.Value.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, installation.Value.Zone).DateTime);
}

/// <summary>How many tickets of a workflow were filed on a day.</summary>
public sealed record TicketCount(DateOnly Day, Caption Workflow, int Count);
