using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Versions;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>Makes a document the version that new tickets take; of a new workflow when none is named. Running tickets stay on theirs.</summary>
public sealed record PublishVersion(WorkflowId? Workflow, WorkflowDocument Document, string Note = "");

public sealed class PublishVersionHandler(LoonFlowDb db, WorkflowStore workflows, VersionDesk versions, IdSequences ids)
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

        if (await versions.WhyNotAsync(command.Document, command.Note, ct) is { } refusal)
        {
            return refusal;
        }

        var workflow = command.Workflow is { } id ? await db.Workflows.SingleAsync(row => row.Id == id, ct) : await AddWorkflowAsync(command.Document, ct);

        // A draft of what was published before would undo this with its next edit.
        if (await db.WorkflowDrafts.SingleOrDefaultAsync(row => row.Workflow == workflow.Id, ct) is { } draft)
        {
            versions.Follow(draft, command.Document, actor);
        }

        return await versions.PublishAsync(workflow, command.Document, command.Note, actor, ct);
    }

    private async Task<WorkflowRow> AddWorkflowAsync(WorkflowDocument document, CancellationToken ct)
    {
        var workflow = new WorkflowRow { Id = new WorkflowId(await ids.NextAsync(IdSequences.Workflows, ct)), Name = document.Name };
        db.Workflows.Add(workflow);

        return workflow;
    }
}
