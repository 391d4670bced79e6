using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A person in dictionary form (spec A.2), without the password.</summary>
/// <param name="Id">The number by which the API speaks of them.</param>
/// <param name="Username">Never changes.</param>
/// <param name="Alias">What others read.</param>
/// <param name="Email">May be empty.</param>
/// <param name="Phone">May be empty.</param>
/// <param name="IsActive">Whether they are still here.</param>
/// <param name="IsAdmin">Whether they administer the installation.</param>
/// <param name="TypeId">The same as loonflow 2.0 says it: 2 or 0.</param>
/// <param name="DeptInfo">Their department; id 0 is none.</param>
/// <param name="CreatorInfo">Who added them.</param>
/// <param name="GmtCreated">Null where nobody kept it.</param>
/// <param name="GmtModified">Null where nobody kept it.</param>
/// <param name="IsDeleted">Never: whoever leaves is inactive.</param>
internal sealed record UserShape(
    long Id,
    string Username,
    string Alias,
    string Email,
    string Phone,
    bool IsActive,
    bool IsAdmin,
    int TypeId,
    DeptShape DeptInfo,
    CreatorShape CreatorInfo,
    string? GmtCreated,
    string? GmtModified,
    bool IsDeleted)
{
    public static ApiList<UserShape> ListOf(DirectoryPage<User> found, ApiPage page, TimeZoneInfo zone) =>
        ApiList.Of<UserShape>([.. found.Entries.Select(entry => Of(entry, found.Company, zone))], found.Total, page);

    private static UserShape Of(DirectoryEntry<User> entry, Company company, TimeZoneInfo zone) => new(
        entry.Item.Id.Value,
        entry.Item.UserName,
        entry.Item.Name,
        entry.Item.Email,
        entry.Item.Phone,
        entry.Item.IsActive,
        entry.Item.IsAdministrator,
        entry.Item.IsAdministrator ? 2 : 0,
        DeptShape.Of(entry.Item.Department is { } id ? company.Department(id) : null),
        CreatorShape.Of(entry.CreatedBy),
        Moments.Of(entry.CreatedAt, zone),
        Moments.Of(entry.ChangedAt, zone),
        IsDeleted: false);
}

/// <summary>The department of a person.</summary>
internal sealed record DeptShape(long DeptId, string DeptName)
{
    public static DeptShape Of(Department? department) => new(department?.Id.Value ?? 0, department?.Name ?? string.Empty);
}

/// <summary>Somebody new. loonflow 1.0 says the id under the second name.</summary>
internal sealed record NewUserShape(long Id, long UserId);

/// <summary>A password that lets in once, to choose another.</summary>
internal sealed record TemporaryPasswordShape(string Password);

/// <summary>The name of a person.</summary>
internal sealed record SimpleUserShape(long Id, string Username, string Alias)
{
    public static ApiList<SimpleUserShape> ListOf(DirectoryPage<User> found, ApiPage page) =>
        ApiList.Of<SimpleUserShape>([.. found.Entries.Select(entry => new SimpleUserShape(entry.Item.Id.Value, entry.Item.UserName, entry.Item.Name))], found.Total, page);
}

/// <summary>A session has begun.</summary>
/// <param name="AntiforgeryToken">Goes into the header RequestVerificationToken of every change.</param>
internal sealed record SessionShape(string AntiforgeryToken);

internal static class Moments
{
    /// <summary>A moment that may not have been kept.</summary>
    public static string? Of(DateTimeOffset? at, TimeZoneInfo zone) => at is { } moment ? PlainValues.Moment(moment, zone) : null;
}
