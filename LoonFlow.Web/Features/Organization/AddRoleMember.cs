using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Gives somebody a role; whoever holds it already keeps it.</summary>
public sealed record AddRoleMember(RoleId Role, UserId Person);

public sealed class AddRoleMemberHandler(LoonFlowDb db, DirectoryDesk desk)
{
    public async Task<Result<RoleId>> HandleAsync(AddRoleMember command, Actor actor, CancellationToken ct)
    {
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        if (RoleRules.WhyNotAdd(company.Value, command.Role, command.Person) is { } refusal)
        {
            return refusal;
        }

        if (!company.Value.User(command.Person)!.Roles.Contains(command.Role))
        {
            db.RoleMembers.Add(new RoleMemberRow { RoleId = command.Role.Value, UserId = command.Person.Value });
        }

        return command.Role;
    }
}
