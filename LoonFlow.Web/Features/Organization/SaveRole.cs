using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>Adds a role, or changes what is said of it. What is null stays as it is.</summary>
public sealed record SaveRole(RoleId? Role)
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Label { get; init; }
}

public sealed class SaveRoleHandler(LoonFlowDb db, DirectoryDesk desk)
{
    public async Task<Result<RoleId>> HandleAsync(SaveRole command, Actor actor, CancellationToken ct)
    {
        var id = command.Role ?? new RoleId(await desk.NewIdAsync(ct));
        var company = await desk.OpenAsync(actor, ct);

        if (!company.Succeeded)
        {
            return company.Refusal;
        }

        var known = company.Value.Role(id);

        if (known is null && command.Role is not null)
        {
            return DirectoryRefusals.RoleNotFound;
        }

        var role = RoleRules.Save(company.Value, new Role
        {
            Id = id,
            Name = command.Name ?? known?.Name ?? string.Empty,
            Description = command.Description ?? known?.Description ?? string.Empty,
            Label = command.Label ?? known?.Label ?? string.Empty,
        });

        if (!role.Succeeded)
        {
            return role.Refusal;
        }

        var row = known is null ? db.Roles.Add(new RoleRow { Id = id.Value, Name = role.Value.Name }).Entity : await db.Roles.SingleAsync(row => row.Id == id.Value, ct);
        row.Name = role.Value.Name;
        row.Description = role.Value.Description;
        row.Label = role.Value.Label;
        desk.Sign(row, actor);

        return id;
    }
}
