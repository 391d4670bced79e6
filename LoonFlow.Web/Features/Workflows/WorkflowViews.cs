using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>How workflows are set up, for callers and those who look after them. Published versions are in memory; the queries of a list are constant.</summary>
public sealed class WorkflowViews(WorkflowStore workflows, IDbContextFactory<LoonFlowDb> databases)
{
    /// <summary>Every workflow that the reader may know of, by id.</summary>
    public async Task<IReadOnlyList<WorkflowView>> AllAsync(Actor reader, CancellationToken ct)
    {
        Workflow[] known =
        [
            .. (await workflows.CatalogueAsync(ct)).Values
                .Where(workflow => !workflow.IsRetired && reader.Reaches(workflow.Id) && (workflow.Published is not null || PermissionRules.MayAdminister(workflow.Access, reader)))
                .OrderBy(workflow => workflow.Id.Value),
        ];

        return await ViewsAsync(known, reader, ct);
    }

    /// <summary>One workflow; refused where the reader may not know of it.</summary>
    public async Task<Result<WorkflowView>> FindAsync(WorkflowId id, Actor reader, CancellationToken ct)
    {
        if (!reader.Reaches(id))
        {
            return ApplicationRefusals.WorkflowNotGranted;
        }

        if ((await workflows.CatalogueAsync(ct)).GetValueOrDefault(id) is not { IsRetired: false } workflow
            || (workflow.Published is null && !PermissionRules.MayAdminister(workflow.Access, reader)))
        {
            return WorkflowRefusals.UnknownWorkflow;
        }

        return (await ViewsAsync([workflow], reader, ct))[0];
    }

    /// <summary>The version that new tickets take; refused where nothing can be filed.</summary>
    public async Task<Result<WorkflowVersion>> PublishedAsync(WorkflowId id, Actor reader, CancellationToken ct)
    {
        if (!reader.Reaches(id))
        {
            return ApplicationRefusals.WorkflowNotGranted;
        }

        if ((await workflows.CatalogueAsync(ct)).GetValueOrDefault(id) is not { IsRetired: false } workflow)
        {
            return WorkflowRefusals.UnknownWorkflow;
        }

        return workflow.Published is { } version ? await workflows.VersionAsync(version, ct) : WorkflowRefusals.StartMissing;
    }

    /// <summary>One state, whichever workflow it belongs to; also one that only tickets of an older version are in.</summary>
    public async Task<Result<StateView>> FindStateAsync(StateId id, Actor reader, CancellationToken ct)
    {
        foreach (var view in await AllAsync(reader, ct))
        {
            if (view.Document.States.FirstOrDefault(state => state.Id == id) is { } state)
            {
                return new StateView(view, state);
            }
        }

        return await OfOldTicketsAsync(id, reader, ct) is { } old ? old : WorkflowRefusals.StateUnknown;
    }

    /// <summary>The scripts that states name; asked for only where one does.</summary>
    internal async Task<IReadOnlyList<KnownScript>> ScriptsAsync(IEnumerable<State> states, CancellationToken ct)
    {
        string[] named = [.. states.Select(state => state.Participants).OfType<ParticipantSpec.Script>().Select(script => script.Name).Distinct()];

        if (named is [])
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.Scripts.AsNoTracking()
            .Where(script => named.Contains(script.StoredName))
            .Select(script => new KnownScript(script.Id, script.Name, script.StoredName, script.IsActive))
            .ToListAsync(ct);
    }

    private async Task<StateView?> OfOldTicketsAsync(StateId id, Actor reader, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Tickets.Where(ticket => ticket.Visits.Any(visit => visit.State == id))
            .OrderByDescending(ticket => ticket.Version)
            .Select(ticket => new { ticket.Version, ticket.Workflow })
            .Take(1)
            .ToListAsync(ct);

        if (found is not [var ticket] || !reader.Reaches(ticket.Workflow) || (await workflows.CatalogueAsync(ct)).GetValueOrDefault(ticket.Workflow) is not { } workflow)
        {
            return null;
        }

        var version = await workflows.VersionAsync(ticket.Version, ct);
        var view = (await ViewsAsync([workflow], reader, ct))[0] with { Document = version.Document };

        return version.States.FirstOrDefault(state => state.Id == id) is { } state ? new StateView(view, state) : null;
    }

    private async Task<IReadOnlyList<WorkflowView>> ViewsAsync(IReadOnlyList<Workflow> known, Actor reader, CancellationToken ct)
    {
        VersionId[] published = [.. known.Select(workflow => workflow.Published).OfType<VersionId>()];
        WorkflowId[] ids = [.. known.Select(workflow => workflow.Id)];
        WorkflowId[] administered = [.. known.Where(workflow => PermissionRules.MayAdminister(workflow.Access, reader)).Select(workflow => workflow.Id)];
        var versions = await workflows.VersionsAsync(published, ct);

        await using var db = await databases.CreateDbContextAsync(ct);
        var moments = (await db.WorkflowVersions.AsNoTracking()
            .Where(version => ids.Contains(version.Workflow) && (version.Number == 1 || published.Contains(version.Id)))
            .Select(version => new VersionMoment(version.Workflow, version.Number, version.PublishedAt, version.PublishedBy))
            .ToListAsync(ct)).ToLookup(version => version.Workflow);
        var drafts = administered is [] ? [] : await db.WorkflowDrafts.AsNoTracking()
            .Where(draft => administered.Contains(draft.Workflow))
            .ToDictionaryAsync(draft => draft.Workflow, ct);

        return
        [
            .. known.Select(workflow =>
            {
                var draft = drafts.GetValueOrDefault(workflow.Id);
                var document = draft?.Document ?? (workflow.Published is { } version ? versions[version].Document : Undrawn(workflow));

                return new WorkflowView(workflow, document)
                {
                    IsAdministered = administered.Contains(workflow.Id),
                    Revision = draft?.Revision ?? 0,
                    Origin = OriginOf([.. moments[workflow.Id].OrderBy(version => version.Number)], draft),
                };
            }),
        ];
    }

    private static WorkflowDocument Undrawn(Workflow workflow) => new() { Name = workflow.Name, Description = workflow.Description };

    private static WorkflowOrigin OriginOf(VersionMoment[] versions, WorkflowDraftRow? draft) => versions switch
    {
        [] => draft is null ? WorkflowOrigin.Unknown : new WorkflowOrigin(draft.ChangedBy, draft.ChangedAt, draft.ChangedAt),
        [var first, .. var later] => new WorkflowOrigin(first.By, first.At, later is [.., var latest] ? latest.At : first.At),
    };

    private sealed record VersionMoment(WorkflowId Workflow, int Number, DateTimeOffset At, long? By);
}
