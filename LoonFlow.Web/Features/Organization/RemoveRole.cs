using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Removes a role that nothing counts on; whoever holds it loses it, with what it was granted on workflows.</summary>
public sealed record RemoveRole(RoleId Role);

public sealed class RemoveRoleHandler(LoonFlowDb db, DirectoryDesk desk, GroupUses uses)
{
    public async Task<Result<RoleId>> HandleAsync(RemoveRole command, Actor actor, CancellationToken ct)
    {
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        var group = Participant.Of(command.Role);

        if (RoleRules.WhyNotRemove(company.Value, command.Role, await uses.FindAsync(group, ct)) is { } refusal)
        {
            return refusal;
        }

        db.WorkflowGrants.RemoveRange(await uses.GrantsAsync(group, ct));
        db.RoleMembers.RemoveRange(await db.RoleMembers.Where(member => member.RoleId == command.Role.Value).ToListAsync(ct));
        db.Roles.Remove(await db.Roles.SingleAsync(row => row.Id == command.Role.Value, ct));

        return command.Role;
    }
}
