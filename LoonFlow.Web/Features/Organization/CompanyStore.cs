using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>The company as the database knows it, kept in memory until it changes.</summary>
public sealed class CompanyStore(IDbContextFactory<LoonFlowDb> databases)
{
    private readonly StampedCache<Company> _cache = new(databases, CacheStamp.Company, LoadAsync);

    public ValueTask<Company> GetAsync(CancellationToken ct) => _cache.GetAsync(ct);

    public ValueTask<Company> AtAsync(Guid stamp, CancellationToken ct) => _cache.AtAsync(stamp, ct);

    /// <summary>The company as a unit of work sees it.</summary>
    public ValueTask<Company> SeenByAsync(LoonFlowDb db, CancellationToken ct) => _cache.SeenByAsync(db, ct);

    private static async Task<Company> LoadAsync(LoonFlowDb db, CancellationToken ct)
    {
        var roles = (await db.RoleMembers.AsNoTracking().ToListAsync(ct)).ToLookup(member => member.UserId, member => new RoleId(member.RoleId));
        var users = await db.Users.AsNoTracking()
            .Select(user => new { user.Id, user.UserName, user.Name, user.Email, user.PhoneNumber, user.DepartmentId, user.IsActive, user.IsAdministrator })
            .ToListAsync(ct);

        return new Company(
            [
                .. users.Select(user => new User
                {
                    Id = new UserId(user.Id),
                    UserName = user.UserName!,
                    Name = user.Name,
                    Email = user.Email ?? string.Empty,
                    Phone = user.PhoneNumber ?? string.Empty,
                    Department = user.DepartmentId is { } department ? new DepartmentId(department) : null,
                    IsActive = user.IsActive,
                    IsAdministrator = user.IsAdministrator,
                    Roles = [.. roles[user.Id]],
                }),
            ],
            [.. (await db.Departments.AsNoTracking().ToListAsync(ct)).Select(Department)],
            [.. (await db.Roles.AsNoTracking().ToListAsync(ct)).Select(Role)],
            [.. (await db.Calendars.AsNoTracking().ToListAsync(ct)).OrderByDescending(row => row.IsDefault).ThenBy(row => row.Name, StringComparer.Ordinal).Select(row => row.Content)]);
    }

    private static Department Department(DepartmentRow row) => new()
    {
        Id = new DepartmentId(row.Id),
        Name = row.Name,
        Parent = row.ParentId is { } parent ? new DepartmentId(parent) : null,
        Leader = row.LeaderId is { } leader ? new UserId(leader) : null,
        Approvers = [.. row.ApproverIds.Select(id => new UserId(id))],
        Label = row.Label,
    };

    private static Role Role(RoleRow row) => new()
    {
        Id = new RoleId(row.Id),
        Name = row.Name,
        Description = row.Description,
        Label = row.Label,
    };
}
