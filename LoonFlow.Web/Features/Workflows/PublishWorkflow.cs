using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Workflows.Versions;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>Adds a workflow that takes tickets at once. What is there already is published by its draft.</summary>
public sealed record PublishWorkflow(WorkflowDocument Document, string Note = "");

public sealed class PublishWorkflowHandler(LoonFlowDb db, VersionDesk versions, IdSequences ids)
{
    public async Task<Result<VersionId>> HandleAsync(PublishWorkflow command, Actor actor, CancellationToken ct)
    {
        if (!PermissionRules.MayAdminister(WorkflowAccess.Restricted, actor))
        {
            return WorkflowRefusals.NotYoursToAdd;
        }

        var workflow = new WorkflowRow { Id = new WorkflowId(await ids.NextAsync(IdSequences.Workflows, ct)), Name = command.Document.Name };
        db.Workflows.Add(workflow);

        return await versions.PublishAsync(workflow, command.Document, command.Note, actor, ct);
    }
}
