using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A role in dictionary form (spec A.2).</summary>
/// <param name="Id">The number by which the API speaks of it.</param>
/// <param name="Name">Tells it apart.</param>
/// <param name="Description">May be empty.</param>
/// <param name="Label">A free id for other systems; an empty object where there is none.</param>
/// <param name="Creator">The user name of whoever added it.</param>
/// <param name="CreatorInfo">Who that is.</param>
/// <param name="GmtCreated">Null where nobody kept it.</param>
/// <param name="GmtModified">Null where nobody kept it.</param>
/// <param name="IsDeleted">Never: what was removed is not listed.</param>
internal sealed record RoleShape(
    long Id, string Name, string Description, string Label, string Creator, CreatorShape CreatorInfo, string? GmtCreated, string? GmtModified, bool IsDeleted)
{
    /// <summary>How loonflow writes that there is no label.</summary>
    public const string NoLabel = "{}";

    public static ApiList<RoleShape> ListOf(DirectoryPage<Role> found, ApiPage page, TimeZoneInfo zone) =>
        ApiList.Of<RoleShape>([.. found.Entries.Select(entry => Of(entry, zone))], found.Total, page);

    public static string LabelOf(Role role) => role.Label.Length > 0 ? role.Label : NoLabel;

    private static RoleShape Of(DirectoryEntry<Role> entry, TimeZoneInfo zone) => new(
        entry.Item.Id.Value,
        entry.Item.Name,
        entry.Item.Description,
        LabelOf(entry.Item),
        entry.CreatedBy?.UserName ?? string.Empty,
        CreatorShape.Of(entry.CreatedBy),
        Moments.Of(entry.CreatedAt, zone),
        Moments.Of(entry.ChangedAt, zone),
        IsDeleted: false);
}

/// <summary>A role as it is listed for one who holds it (spec C.4).</summary>
internal sealed record HeldRoleShape(long Id, string Name, string Description, string Label, string Creator, string? GmtCreated)
{
    public static ApiList<HeldRoleShape> ListOf(DirectoryPage<Role> found, ApiPage page, TimeZoneInfo zone) => ApiList.Of<HeldRoleShape>(
        [
            .. found.Entries.Select(entry => new HeldRoleShape(
                entry.Item.Id.Value,
                entry.Item.Name,
                entry.Item.Description,
                RoleShape.LabelOf(entry.Item),
                entry.CreatedBy?.UserName ?? string.Empty,
                Moments.Of(entry.CreatedAt, zone))),
        ],
        found.Total,
        page);
}

/// <summary>A new role. loonflow 1.0 says the id under the second name.</summary>
internal sealed record NewRoleShape(long Id, long RoleId);

/// <summary>The name of a role or department.</summary>
internal sealed record SimpleGroupShape(long Id, string Name)
{
    public static ApiList<SimpleGroupShape> ListOf<T>(DirectoryPage<T> found, ApiPage page, Func<T, SimpleGroupShape> shape) =>
        ApiList.Of<SimpleGroupShape>([.. found.Entries.Select(entry => shape(entry.Item))], found.Total, page);
}
