using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows.Versions;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Loonflow;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>A workflow that is being edited: its document before the edit, and what an edit may name.</summary>
internal sealed record OpenDraft(WorkflowRow Workflow, WorkflowDraftRow? Row, WorkflowDocument Document, DraftReferences References);

/// <summary>
/// What became of an edit. It is published at once if the whole can be; otherwise it waits in the draft, because a
/// workflow that is built piece by piece is incomplete on the way, and this says what stands in the way.
/// </summary>
internal sealed record SavedDraft(WorkflowId Workflow, long Part, int Revision, bool IsPublished, IReadOnlyList<string> InTheWay);

/// <summary>Where edits of drafts begin and end: who may, on what, and what is kept.</summary>
internal sealed class DraftDesk(
    LoonFlowDb db, DesignAccess access, WorkflowStore workflows, CompanyStore companies, VersionDesk versions, IdSequences ids, SecretStore secrets, TimeProvider clock)
{
    private const string HeldBack = "Edits of a designer wait in the draft; publish them together in the designer.";

    /// <summary>Held by whoever changes a workflow: one version comes after another.</summary>
    public static string LockOf(WorkflowId id) => $"workflow-{id.Value}";

    /// <summary>Opens a workflow for one edit; whoever edits it at the same moment waits.</summary>
    public Task<Result<OpenDraft>> OpenAsync(WorkflowId id, int? revision, Actor actor, CancellationToken ct) =>
        OpenAsync(id, revision, WorkflowRefusals.UnknownWorkflow, actor, ct);

    /// <param name="id">Which.</param>
    /// <param name="revision">What the caller has seen; null takes whatever it is.</param>
    /// <param name="archived">What to say when it is archived; null opens it all the same.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<OpenDraft>> OpenAsync(WorkflowId id, int? revision, Refusal? archived, Actor actor, CancellationToken ct)
    {
        if ((await access.OpenAsync(id, actor, ct)).Refusal is { } refusal)
        {
            return refusal;
        }

        await db.LockAsync(LockOf(id), ct);
        var workflow = await db.Workflows.SingleAsync(row => row.Id == id, ct);

        if (workflow.IsRetired && archived is not null)
        {
            return archived;
        }

        var draft = await db.WorkflowDrafts.SingleOrDefaultAsync(row => row.Workflow == id, ct);

        if (revision is { } seen && seen != (draft?.Revision ?? 0))
        {
            return WorkflowRefusals.ChangedMeanwhile;
        }

        var document = draft?.Document ?? (workflow.Published is { } published ? (await workflows.VersionAsync(published, ct)).Document : new WorkflowDocument { Name = workflow.Name });

        return new OpenDraft(workflow, draft, document, await ReferencesAsync(ct));
    }

    public async Task<DraftReferences> ReferencesAsync(CancellationToken ct)
    {
        var scripts = await db.Scripts.AsNoTracking().Select(script => new KnownScript(script.Id, script.Name, script.StoredName, script.IsActive)).ToListAsync(ct);
        var channels = await db.NoticeChannels.AsNoTracking().Select(channel => channel.Id).ToListAsync(ct);

        return new DraftReferences(
            await companies.GetAsync(ct), [.. (await workflows.CatalogueAsync(ct)).Keys], scripts, channels.ToHashSet());
    }

    public ValueTask<long> NextIdAsync(CancellationToken ct) => ids.NextAsync(IdSequences.Workflows, ct);

    /// <summary>Keeps an edit, or refuses it where it is wrong in itself.</summary>
    /// <param name="draft">What was opened.</param>
    /// <param name="edited">The whole document after the edit.</param>
    /// <param name="said">What the caller said, with its problems; null for an edit that says nothing.</param>
    /// <param name="part">The id of what was edited.</param>
    /// <param name="actor">Who edits.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<SavedDraft>> KeepAsync(
        OpenDraft draft, WorkflowDocument edited, RequestRecord? said, long part, Actor actor, CancellationToken ct)
    {
        var company = draft.References.Company;
        var problems = PublishingRules.Problems(edited, company);
        var before = PublishingRules.Problems(draft.Document, company);
        FieldProblem[] wrong = [.. said?.Problems ?? [], .. DraftRules.WrongInItself(problems, before)];

        if (wrong is not [])
        {
            return WorkflowRefusals.EditNotValid with { Fields = wrong };
        }

        foreach (var (name, token) in draft.References.Secrets)
        {
            await secrets.SetAsync(db, SecretOwner.Of(draft.Workflow.Id), name, token, ct);
        }

        var row = Write(draft, edited, actor);
        string[] inTheWay = [.. Errors(problems).Select(error => error.Message), .. await IsHeldBackAsync(draft, before, ct) ? new[] { HeldBack } : []];

        if (inTheWay is [])
        {
            await PublishAsync(draft, edited, actor, ct);
        }
        else if (draft.Workflow.Published is null)
        {
            draft.Workflow.Describe(edited);
        }

        return new SavedDraft(draft.Workflow.Id, part, row.Revision, inTheWay is [], inTheWay);
    }

    /// <summary>Keeps a whole document as the draft, whatever is missing in it, and publishes nothing.</summary>
    public WorkflowDraftRow Write(OpenDraft draft, WorkflowDocument edited, Actor actor)
    {
        var row = draft.Row ?? db.WorkflowDrafts.Add(new WorkflowDraftRow { Workflow = draft.Workflow.Id, Document = edited }).Entity;
        row.Document = edited;
        row.Revision++;
        row.ChangedAt = clock.GetUtcNow();
        row.ChangedBy = (actor as Actor.Person)?.Id.Value;

        return row;
    }

    /// <summary>Whether a designer keeps a draft that could be published and is not: that is theirs to publish.</summary>
    private async Task<bool> IsHeldBackAsync(OpenDraft draft, IReadOnlyList<PublishingProblem> before, CancellationToken ct) =>
        draft.Workflow.Published is { } published
        && !Errors(before).Any()
        && !SameValue.Are((await workflows.VersionAsync(published, ct)).Document, draft.Document);

    private async Task PublishAsync(OpenDraft draft, WorkflowDocument edited, Actor actor, CancellationToken ct)
    {
        if (draft.Workflow.Published is not { } published || !SameValue.Are((await workflows.VersionAsync(published, ct)).Document, edited))
        {
            await versions.AddAsync(draft.Workflow, edited, note: string.Empty, actor, ct);
        }
    }

    private static IEnumerable<PublishingProblem> Errors(IEnumerable<PublishingProblem> problems) => problems.Where(problem => problem.Severity is ProblemSeverity.Error);
}
