using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows.Drafts;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>Says anew who may do what with all tickets of a workflow. It counts at once, for running tickets too.</summary>
/// <param name="Workflow">Which.</param>
/// <param name="Seen">As it was when the reader began to change it.</param>
/// <param name="Access">As it is to be.</param>
public sealed record ChangeWorkflowAccess(WorkflowId Workflow, WorkflowAccess Seen, WorkflowAccess Access);

public sealed class ChangeWorkflowAccessHandler(LoonFlowDb db, DesignAccess access, CompanyStore companies)
{
    public async Task<Result<WorkflowAccess>> HandleAsync(ChangeWorkflowAccess command, Actor actor, CancellationToken ct)
    {
        if ((await access.OpenAsync(command.Workflow, actor, ct)).Refusal is { } notTheirs)
        {
            return notTheirs;
        }

        await db.LockAsync(DraftDesk.LockOf(command.Workflow), ct);
        var row = await db.Workflows.SingleAsync(workflow => workflow.Id == command.Workflow, ct);
        var grants = await db.WorkflowGrants.Where(grant => grant.Workflow == command.Workflow).ToListAsync(ct);
        var before = new WorkflowAccess(row.OpenToAll, [.. grants.Select(Read)]);
        var after = command.Access with { Grants = [.. command.Access.Grants.Distinct()] };

        if (!IsSame(before, command.Seen))
        {
            return WorkflowAccessRefusals.ChangedMeanwhile;
        }

        if (WorkflowAccessRules.WhyNot(before, after, await companies.GetAsync(ct)) is { } refusal)
        {
            return refusal;
        }

        row.OpenToAll = after.OpenToAll;
        db.WorkflowGrants.RemoveRange(grants.Where(grant => !after.Grants.Contains(Read(grant))));
        db.WorkflowGrants.AddRange(after.Grants.Except(before.Grants).Select(grant => Written(command.Workflow, grant)));

        return after;
    }

    private static bool IsSame(WorkflowAccess one, WorkflowAccess other) =>
        one.OpenToAll == other.OpenToAll && one.Grants.ToHashSet().SetEquals(other.Grants);

    private static WorkflowGrant Read(WorkflowGrantRow row) => new(row.Permission, new Domain.Participants.Participant(row.Kind, row.Key));

    private static WorkflowGrantRow Written(WorkflowId workflow, WorkflowGrant grant) =>
        new() { Workflow = workflow, Permission = grant.Permission, Kind = grant.Who.Kind, Key = grant.Who.Key };
}
