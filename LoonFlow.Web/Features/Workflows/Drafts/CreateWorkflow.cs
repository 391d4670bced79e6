using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Adds a workflow, without states yet. Whoever adds it administers it.</summary>
internal sealed record CreateWorkflow(RequestRecord Said);

internal sealed class CreateWorkflowHandler(LoonFlowDb db, DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(CreateWorkflow command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { IsAdministrator: true } person)
        {
            return WorkflowRefusals.NotYoursToAdd;
        }

        var references = await desk.ReferencesAsync(ct);
        var nothing = new WorkflowDocument { Name = string.Empty };
        var document = WorkflowEdit.Read(command.Said, nothing, references);
        var workflow = new WorkflowRow
        {
            Id = new WorkflowId(await desk.NextIdAsync(ct)),
            Name = document.Name,
            OpenToAll = WorkflowReading.IsOpenToAll(command.Said),
        };
        db.Workflows.Add(workflow);

        return await desk.KeepAsync(new OpenDraft(workflow, Row: null, nothing, references), document, command.Said, workflow.Id.Value, person, ct);
    }
}
