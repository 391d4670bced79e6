using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Removes a department that is empty and that nothing counts on, with what it was granted on workflows.</summary>
public sealed record RemoveDepartment(DepartmentId Department);

public sealed class RemoveDepartmentHandler(LoonFlowDb db, DirectoryDesk desk, GroupUses uses)
{
    public async Task<Result<DepartmentId>> HandleAsync(RemoveDepartment command, Actor actor, CancellationToken ct)
    {
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        var group = Participant.Of(command.Department);

        if (DepartmentRules.WhyNotRemove(company.Value, command.Department, await uses.FindAsync(group, ct)) is { } refusal)
        {
            return refusal;
        }

        foreach (var gone in await db.Users.Where(user => user.DepartmentId == command.Department.Value).ToListAsync(ct))
        {
            gone.DepartmentId = null;
        }

        db.WorkflowGrants.RemoveRange(await uses.GrantsAsync(group, ct));
        db.Departments.Remove(await db.Departments.SingleAsync(row => row.Id == command.Department.Value, ct));

        return command.Department;
    }
}
