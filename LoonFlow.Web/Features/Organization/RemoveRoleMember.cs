using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Takes a role from somebody; what waits for the role waits for those who still hold it.</summary>
public sealed record RemoveRoleMember(RoleId Role, UserId Person);

public sealed class RemoveRoleMemberHandler(LoonFlowDb db, DirectoryDesk desk)
{
    public async Task<Result<RoleId>> HandleAsync(RemoveRoleMember command, Actor actor, CancellationToken ct)
    {
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        if (RoleRules.WhyNotTake(company.Value, command.Role, command.Person) is { } refusal)
        {
            return refusal;
        }

        db.RoleMembers.Remove(await db.RoleMembers.SingleAsync(member => member.RoleId == command.Role.Value && member.UserId == command.Person.Value, ct));

        return command.Role;
    }
}
