using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Loonflow;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>Takes the workflows out of a dump whose people are here already; those that can be used are published, the others become drafts.</summary>
internal sealed record ImportWorkflows(SourceRows Source, ImportReport Report);

internal sealed class ImportWorkflowsHandler(LoonFlowDb db, CompanyStore companies, IdSequences sequences, SecretStore secrets, TimeProvider clock)
{
    public async Task<Result<ImportReport>> HandleAsync(ImportWorkflows command, CancellationToken ct)
    {
        var workflows = WorkflowRows.In(command.Source);
        var ids = await ImportedIds.LoadAsync(db, ct);
        var surroundings = new WorkflowSurroundings(ids, await companies.GetAsync(ct), command.Source);
        await ids.ProposeAsync(workflows.SelectMany(rows => rows.Parts.Prepend(rows.Workflow)), IdSequences.Workflows, await TakenAsync(ct), sequences, ct);

        var (taken, known) = (new HashSet<long>(), new HashSet<long>());

        foreach (var rows in workflows)
        {
            if (ids.Knows(rows.Workflow))
            {
                CountKnown(rows, ids);
                known.UnionWith(ImportedNotices.Of(rows.Workflow));
            }
            else
            {
                await AddAsync(rows, surroundings, command.Report, ct);
                taken.UnionWith(ImportedNotices.Of(rows.Workflow));
            }
        }

        ImportedNotices.Count(command.Source, taken, known);

        db.ImportedRows.AddRange(ids.New);

        return command.Report;
    }

    private static void CountKnown(WorkflowRows rows, ImportedIds ids)
    {
        foreach (var part in rows.Parts.Where(part => !ids.Knows(part)))
        {
            part.Skip("its workflow was imported before, without it");
        }
    }

    private async Task AddAsync(WorkflowRows rows, WorkflowSurroundings surroundings, ImportReport report, CancellationToken ct)
    {
        var id = new WorkflowId(surroundings.Ids.Accept(rows.Workflow));
        surroundings.ForgetSecrets();
        var document = DocumentReading.Read(rows, surroundings);
        var workflow = new WorkflowRow { Id = id, Name = document.Name, OpenToAll = WorkflowReading.IsOpenToAll(rows.Workflow), IsRetired = rows.Workflow.Flag("is_deleted", otherwise: false) };
        var errors = PublishingRules.Problems(document, surroundings.Company).Where(problem => problem.Severity is ProblemSeverity.Error).ToArray();
        ImportedTransitions.ListGuesses(rows.Transitions, report);
        db.Workflows.Add(workflow);

        foreach (var (name, token) in surroundings.Secrets)
        {
            await secrets.SetAsync(db, SecretOwner.Of(id), name, token, ct);
        }

        if (errors is [])
        {
            var version = new VersionId(await sequences.NextAsync(IdSequences.Workflows, ct));
            db.Publish(workflow, version, number: 1, document, new Actor.Engine(), clock.GetUtcNow(), "loonflow");
            ListPublished(rows.Workflow, document, report);
            return;
        }

        workflow.Describe(document);
        db.WorkflowDrafts.Add(new WorkflowDraftRow { Workflow = id, Document = document, ChangedAt = clock.GetUtcNow() });
        report.ListDraft(document.Name.Text);

        foreach (var error in errors)
        {
            rows.Workflow.Note($"“{document.Name}” cannot be used yet: {error.Message.TrimEnd('.')}", "it was kept as a draft");
        }
    }

    private static void ListPublished(SourceRow row, WorkflowDocument document, ImportReport report)
    {
        if (row.Flag("is_deleted", otherwise: false))
        {
            row.Note($"“{document.Name}” was deleted in loonflow and has tickets", "it was kept for them, retired");
            return;
        }

        report.ListPublished(document.Name.Text);
    }

    /// <summary>States, transitions and fields have no tables of their own: their ids are in the documents.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlySet<long>>> TakenAsync(CancellationToken ct)
    {
        WorkflowDocument[] documents =
        [
            .. await db.WorkflowVersions.Select(version => version.Document).ToListAsync(ct),
            .. await db.WorkflowDrafts.Select(draft => draft.Document).ToListAsync(ct),
        ];

        return new Dictionary<string, IReadOnlySet<long>>
        {
            [SourceTable.Workflows] = (await db.Workflows.Select(row => row.Id).ToListAsync(ct)).Select(id => id.Value).ToHashSet(),
            [SourceTable.Fields] = documents.SelectMany(document => document.Fields).Select(field => field.Id.Value).ToHashSet(),
            [SourceTable.States] = documents.SelectMany(document => document.States).Select(state => state.Id.Value).ToHashSet(),
            [SourceTable.Transitions] = documents.SelectMany(document => document.Transitions).Select(transition => transition.Id.Value).ToHashSet(),
        };
    }
}
