using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Adds a workflow as a draft: blank, a copy of another one, or one from a file. Its parts get ids of their own.</summary>
public sealed record StartWorkflow(WorkflowDocument Document);

public sealed class StartWorkflowHandler(LoonFlowDb db, IdSequences ids, TimeProvider clock)
{
    public async Task<Result<WorkflowId>> HandleAsync(StartWorkflow command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { IsAdministrator: true, Through: null } person)
        {
            return WorkflowRefusals.NotYoursToAdd;
        }

        if (WorkflowRefusals.NotToBeListed(command.Document) is { } wrong)
        {
            return wrong;
        }

        var workflow = new WorkflowRow { Id = new WorkflowId(await ids.NextAsync(IdSequences.Workflows, ct)), Name = command.Document.Name };
        var document = DocumentIds.Renewed(command.Document, await ids.TakeAsync(IdSequences.Workflows, DocumentIds.CountOf(command.Document), ct));
        workflow.Describe(document);
        db.Workflows.Add(workflow);
        db.WorkflowDrafts.Add(new WorkflowDraftRow
        {
            Workflow = workflow.Id,
            Document = document,
            Revision = 1,
            ChangedAt = clock.GetUtcNow(),
            ChangedBy = person.Id.Value,
        });

        return workflow.Id;
    }
}
