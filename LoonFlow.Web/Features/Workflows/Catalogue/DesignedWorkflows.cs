using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Catalogue;

/// <summary>A workflow as those see it who design it.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Number">Of the version that new tickets take; null while nothing was published.</param>
/// <param name="ChangedAt">When its draft changed last; null without one.</param>
/// <param name="ChangedBy">Who changed it; null where an import or the engine did.</param>
/// <param name="HasChanges">Whether the draft says what is not published yet.</param>
public sealed record DesignedWorkflow(Workflow Workflow, int? Number, DateTimeOffset? ChangedAt, long? ChangedBy, bool HasChanges);

/// <summary>Every workflow that somebody designs.</summary>
public sealed class DesignedWorkflows(DesignAccess access, WorkflowStore workflows, IDbContextFactory<LoonFlowDb> databases)
{
    /// <summary>Whether there is anything for this person to design, or they may begin.</summary>
    public async Task<bool> AnyAsync(Actor.Person person, CancellationToken ct) =>
        person.IsAdministrator || await access.AllAsync(person, ct) is [_, ..];

    /// <summary>What this person administers, retired ones included, by name.</summary>
    public async Task<IReadOnlyList<DesignedWorkflow>> AllAsync(Actor.Person person, CancellationToken ct)
    {
        var mine = await access.AllAsync(person, ct);
        WorkflowId[] ids = [.. mine.Select(workflow => workflow.Id)];
        var versions = await workflows.VersionsAsync(mine.Select(workflow => workflow.Published).OfType<VersionId>(), ct);

        await using var db = await databases.CreateDbContextAsync(ct);
        var drafts = await db.WorkflowDrafts.AsNoTracking().Where(draft => ids.Contains(draft.Workflow)).ToDictionaryAsync(draft => draft.Workflow, ct);

        return
        [
            .. mine
                .Select(workflow => Line(
                    workflow, workflow.Published is { } version ? versions[version] : null, drafts.GetValueOrDefault(workflow.Id)))
                .OrderBy(line => line.Workflow.Name.ForReader(), StringComparer.CurrentCulture),
        ];
    }

    private static DesignedWorkflow Line(Workflow workflow, WorkflowVersion? version, WorkflowDraftRow? draft) => new(
        workflow,
        version?.Number,
        draft?.ChangedAt,
        draft?.ChangedBy,
        draft is not null && (version is null || !SameValue.Are(draft.Document, version.Document)));
}
