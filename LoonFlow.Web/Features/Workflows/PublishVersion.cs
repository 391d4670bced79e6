using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows.Drafts;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>Makes a document the version that new tickets take; of a new workflow when none is named. Running tickets stay on theirs.</summary>
public sealed record PublishVersion(WorkflowId? Workflow, WorkflowDocument Document, string Note = "");

public sealed class PublishVersionHandler(LoonFlowDb db, WorkflowStore workflows, CompanyStore companies, IdSequences ids, TimeProvider clock)
{
    public async Task<Result<VersionId>> HandleAsync(PublishVersion command, Actor actor, CancellationToken ct)
    {
        var access = command.Workflow is { } named ? (await workflows.CatalogueAsync(ct)).GetValueOrDefault(named)?.Access : WorkflowAccess.Restricted;

        if (access is null || (command.Workflow is { } asked && !actor.Reaches(asked)) || !PermissionRules.MayAdminister(access, actor))
        {
            return WorkflowRefusals.UnknownWorkflow;
        }

        if (command.Workflow is { } changed)
        {
            await db.LockAsync(DraftDesk.LockOf(changed), ct);
        }

        var problems = PublishingRules.Problems(command.Document, await companies.GetAsync(ct)).Where(problem => problem.Severity is ProblemSeverity.Error);

        if (problems.ToArray() is [_, ..] errors)
        {
            return WorkflowRefusals.NotPublishable with { Fields = [.. errors.Select(AsField)] };
        }

        var workflow = command.Workflow is { } id ? await db.Workflows.SingleAsync(row => row.Id == id, ct) : await AddWorkflowAsync(command.Document, ct);
        await FollowAsync(workflow.Id, command.Document, actor, ct);
        var version = new VersionId(await ids.NextAsync(IdSequences.Workflows, ct));
        var number = 1 + await db.WorkflowVersions.CountAsync(row => row.Workflow == workflow.Id, ct);
        db.Publish(workflow, version, number, command.Document, actor, clock.GetUtcNow(), command.Note);

        return version;
    }

    private async Task<WorkflowRow> AddWorkflowAsync(WorkflowDocument document, CancellationToken ct)
    {
        var workflow = new WorkflowRow { Id = new WorkflowId(await ids.NextAsync(IdSequences.Workflows, ct)), Name = document.Name };
        db.Workflows.Add(workflow);

        return workflow;
    }

    /// <summary>A draft of what was published before would undo this with its next edit.</summary>
    private async Task FollowAsync(WorkflowId workflow, WorkflowDocument document, Actor actor, CancellationToken ct)
    {
        if (await db.WorkflowDrafts.SingleOrDefaultAsync(row => row.Workflow == workflow, ct) is { } draft)
        {
            draft.Document = document;
            draft.Revision++;
            draft.ChangedAt = clock.GetUtcNow();
            draft.ChangedBy = (actor as Actor.Person)?.Id.Value;
        }
    }

    private static FieldProblem AsField(PublishingProblem problem) => new(string.Empty, problem.Code, problem.Message) { Arguments = problem.Arguments };
}
