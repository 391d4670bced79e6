using System.Collections.Concurrent;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>Workflows and their versions in memory: versions for ever, because they never change; the catalogue until it changes.</summary>
public sealed class WorkflowStore(IDbContextFactory<LoonFlowDb> databases)
{
    private readonly ConcurrentDictionary<VersionId, WorkflowVersion> _versions = new();
    private readonly StampedCache<IReadOnlyDictionary<WorkflowId, Workflow>> _catalogue = new(databases, CacheStamp.Workflows, LoadAsync);

    /// <summary>Every workflow by id.</summary>
    public ValueTask<IReadOnlyDictionary<WorkflowId, Workflow>> CatalogueAsync(CancellationToken ct) => _catalogue.GetAsync(ct);

    public ValueTask<IReadOnlyDictionary<WorkflowId, Workflow>> CatalogueAtAsync(Guid stamp, CancellationToken ct) => _catalogue.AtAsync(stamp, ct);

    /// <summary>The version with this id; one that does not exist is a bug and throws.</summary>
    public async ValueTask<WorkflowVersion> VersionAsync(VersionId id, CancellationToken ct)
    {
        if (_versions.TryGetValue(id, out var cached))
        {
            return cached;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.WorkflowVersions.AsNoTracking().SingleAsync(version => version.Id == id, ct);

        return _versions.GetOrAdd(id, new WorkflowVersion(row.Id, row.Workflow, row.Number, row.Document));
    }

    /// <summary>Versions by id; those that are not in memory yet come in one query.</summary>
    public async ValueTask<IReadOnlyDictionary<VersionId, WorkflowVersion>> VersionsAsync(IEnumerable<VersionId> ids, CancellationToken ct)
    {
        VersionId[] wanted = [.. ids.Distinct()];
        VersionId[] missing = [.. wanted.Where(id => !_versions.ContainsKey(id))];

        if (missing is not [])
        {
            await using var db = await databases.CreateDbContextAsync(ct);

            foreach (var row in await db.WorkflowVersions.AsNoTracking().Where(version => missing.Contains(version.Id)).ToListAsync(ct))
            {
                _versions.TryAdd(row.Id, new WorkflowVersion(row.Id, row.Workflow, row.Number, row.Document));
            }
        }

        return wanted.ToDictionary(id => id, id => _versions[id]);
    }

    /// <summary>The published version of a workflow that takes tickets; null when it does not or does not exist.</summary>
    public async ValueTask<WorkflowVersion?> PublishedAsync(WorkflowId id, CancellationToken ct) =>
        (await CatalogueAsync(ct)).GetValueOrDefault(id) is { TakesTickets: true, Published: { } version } ? await VersionAsync(version, ct) : null;

    private static async Task<IReadOnlyDictionary<WorkflowId, Workflow>> LoadAsync(LoonFlowDb db, CancellationToken ct)
    {
        var grants = (await db.WorkflowGrants.AsNoTracking().ToListAsync(ct)).ToLookup(
            grant => grant.Workflow,
            grant => new WorkflowGrant(grant.Permission, new Participant(grant.Kind, grant.Key)));

        return (await db.Workflows.AsNoTracking().ToListAsync(ct)).ToDictionary(row => row.Id, row => new Workflow
        {
            Id = row.Id,
            Name = row.Name,
            Description = row.Description,
            Category = row.Category,
            Icon = row.Icon,
            Published = row.Published,
            IsRetired = row.IsRetired,
            Access = new WorkflowAccess(row.OpenToAll, [.. grants[row.Id]]),
        });
    }
}
