using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Designer.Versions;

/// <summary>One published version as the list shows it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Number">Counts from 1.</param>
/// <param name="Note">What its publisher said.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="By">Who; null where an import or the engine did.</param>
/// <param name="Running">How many tickets run on it.</param>
/// <param name="IsPublished">Whether new tickets take it.</param>
public sealed record VersionLine(VersionId Id, int Number, string Note, DateTimeOffset PublishedAt, string? By, int Running, bool IsPublished);

/// <summary>The versions of a workflow, the newest first, and its draft's standing.</summary>
/// <param name="Versions">All of them.</param>
/// <param name="Revision">Of the draft as it is stored; 0 without one.</param>
/// <param name="ChangedAt">When the draft was saved last.</param>
/// <param name="ChangedBy">Who saved it.</param>
/// <param name="IsArchived">Whether the workflow is out of use.</param>
public sealed record VersionList(IReadOnlyList<VersionLine> Versions, int Revision, DateTimeOffset? ChangedAt, string? ChangedBy, bool IsArchived)
{
    public VersionLine? Published => Versions.FirstOrDefault(version => version.IsPublished);

    public VersionLine? Numbered(int? number) => Versions.FirstOrDefault(version => version.Number == number);
}

/// <summary>Versions for those who design the workflow.</summary>
public sealed class VersionQueries(DesignAccess access, WorkflowStore workflows, CompanyStore companies, IDbContextFactory<LoonFlowDb> databases)
{
    /// <summary>Null where the workflow is not this person's to design.</summary>
    public async Task<VersionList?> ListAsync(WorkflowId id, Actor.Person person, CancellationToken ct)
    {
        if (await access.FindAsync(id, person, ct) is not { } workflow)
        {
            return null;
        }

        var company = await companies.GetAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = await db.WorkflowVersions.AsNoTracking()
            .Where(version => version.Workflow == id)
            .OrderByDescending(version => version.Number)
            .Select(version => new { version.Id, version.Number, version.Note, version.PublishedAt, version.PublishedBy })
            .ToListAsync(ct);
        var running = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.Workflow == id && ticket.EndedAt == null && ticket.DeletedAt == null)
            .GroupBy(ticket => ticket.Version)
            .Select(group => new { Version = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Version, group => group.Count, ct);
        var draft = await db.WorkflowDrafts.AsNoTracking()
            .Where(row => row.Workflow == id)
            .Select(row => new { row.Revision, row.ChangedAt, row.ChangedBy })
            .SingleOrDefaultAsync(ct);

        return new VersionList(
            [
                .. rows.Select(row => new VersionLine(
                    row.Id, row.Number, row.Note, row.PublishedAt, NameOf(company, row.PublishedBy), running.GetValueOrDefault(row.Id), row.Id == workflow.Published)),
            ],
            draft?.Revision ?? 0,
            draft?.ChangedAt,
            NameOf(company, draft?.ChangedBy),
            workflow.IsRetired);
    }

    /// <summary>What a version of this list says.</summary>
    public async Task<WorkflowDocument> DocumentAsync(VersionLine version, CancellationToken ct) => (await workflows.VersionAsync(version.Id, ct)).Document;

    private static string? NameOf(Company company, long? person) => person is { } id ? company.User(new UserId(id))?.Name : null;
}
