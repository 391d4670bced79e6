using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Loonflow;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>
/// Adds a workflow, without states yet. Administrators of the installation may, and anybody through an application that may
/// change workflows: they administer what they add, and the application may use it.
/// </summary>
internal sealed record CreateWorkflow(RequestRecord Said);

internal sealed class CreateWorkflowHandler(LoonFlowDb db, DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(CreateWorkflow command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person person || !(person.IsAdministrator || person.Through?.Grants.HasFlag(ApiGrant.Configure) is true))
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
        await GiveAsync(workflow.Id, person, ct);

        return await desk.KeepAsync(new OpenDraft(workflow, Row: null, nothing, references), document, command.Said, workflow.Id.Value, person, ct);
    }

    private async Task GiveAsync(WorkflowId workflow, Actor.Person person, CancellationToken ct)
    {
        if (!person.IsAdministrator)
        {
            db.WorkflowGrants.Add(new WorkflowGrantRow
            {
                Workflow = workflow,
                Permission = WorkflowPermission.Administer,
                Kind = ParticipantKind.Person,
                Key = person.Id.Value,
            });
        }

        // One that may use all workflows may use this one too.
        if (person.Through is { Workflows: not null } reach
            && await db.Applications.SingleOrDefaultAsync(row => row.Id == reach.Application, ct) is { Content.Workflows: { } workflows } application)
        {
            application.Content = application.Content with { Workflows = [.. workflows, workflow] };
            application.Revision++;
        }
    }
}
