using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Catalogue;

/// <summary>A workflow as those see it who design it.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Number">Of the version that new tickets take; null while nothing was published.</param>
/// <param name="PublishedAt">When that was.</param>
/// <param name="ChangedAt">When its draft changed last; null without one.</param>
/// <param name="ChangedBy">Who changed it; null where an import or the engine did.</param>
public sealed record DesignedWorkflow(Workflow Workflow, int? Number, DateTimeOffset? PublishedAt, DateTimeOffset? ChangedAt, long? ChangedBy)
{
    /// <summary>Whether the draft says what no version says yet. Publishing touches the draft before the version is dated.</summary>
    public bool HasChanges => ChangedAt > (PublishedAt ?? DateTimeOffset.MinValue);
}

/// <summary>Every workflow that somebody designs.</summary>
public sealed class DesignedWorkflows(WorkflowStore workflows, IDbContextFactory<LoonFlowDb> databases)
{
    /// <summary>Whether there is anything for this person to design, or they may begin.</summary>
    public async Task<bool> AnyAsync(Actor.Person person, CancellationToken ct) =>
        person.IsAdministrator || (await workflows.CatalogueAsync(ct)).Values.Any(workflow => PermissionRules.MayAdminister(workflow.Access, person));

    /// <summary>What this person administers, retired ones included, by name.</summary>
    public async Task<IReadOnlyList<DesignedWorkflow>> AllAsync(Actor.Person person, CancellationToken ct)
    {
        Workflow[] mine = [.. (await workflows.CatalogueAsync(ct)).Values.Where(workflow => PermissionRules.MayAdminister(workflow.Access, person))];
        VersionId[] published = [.. mine.Select(workflow => workflow.Published).OfType<VersionId>()];

        await using var db = await databases.CreateDbContextAsync(ct);
        var drafts = await db.WorkflowDrafts.AsNoTracking()
            .Select(draft => new { draft.Workflow, draft.ChangedAt, draft.ChangedBy })
            .ToDictionaryAsync(draft => draft.Workflow, ct);
        var versions = await db.WorkflowVersions.AsNoTracking()
            .Where(version => published.Contains(version.Id))
            .Select(version => new { version.Workflow, version.Number, version.PublishedAt })
            .ToDictionaryAsync(version => version.Workflow, ct);

        return
        [
            .. mine
                .Select(workflow =>
                {
                    var (draft, version) = (drafts.GetValueOrDefault(workflow.Id), versions.GetValueOrDefault(workflow.Id));

                    return new DesignedWorkflow(workflow, version?.Number, version?.PublishedAt, draft?.ChangedAt, draft?.ChangedBy);
                })
                .OrderBy(line => line.Workflow.Name.ForReader(), StringComparer.CurrentCulture),
        ];
    }
}
