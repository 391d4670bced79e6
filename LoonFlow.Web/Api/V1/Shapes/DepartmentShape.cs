using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A department in dictionary form (spec A.2).</summary>
/// <param name="Id">The number by which the API speaks of it.</param>
/// <param name="Name">What people read.</param>
/// <param name="ParentDeptId">The one above; 0 is the top.</param>
/// <param name="Leader">A user name; empty is nobody.</param>
/// <param name="Approver">User names separated by commas; they come before the leader.</param>
/// <param name="Label">A free id for other systems.</param>
/// <param name="Creator">The user name of whoever added it.</param>
/// <param name="CreatorInfo">Who that is.</param>
/// <param name="ParentDeptInfo">The one above with its name.</param>
/// <param name="LeaderInfo">The leader with the name that others read.</param>
/// <param name="ApproverInfo">The approvers with the names that others read.</param>
/// <param name="GmtCreated">Null where nobody kept it.</param>
/// <param name="GmtModified">Null where nobody kept it.</param>
/// <param name="IsDeleted">Never: what was removed is not listed.</param>
internal sealed record DepartmentShape(
    long Id,
    string Name,
    long ParentDeptId,
    string Leader,
    string Approver,
    string Label,
    string Creator,
    CreatorShape CreatorInfo,
    ParentDeptShape ParentDeptInfo,
    LeaderShape LeaderInfo,
    IReadOnlyList<ApproverShape> ApproverInfo,
    string? GmtCreated,
    string? GmtModified,
    bool IsDeleted)
{
    public static ApiList<DepartmentShape> ListOf(DirectoryPage<Department> found, ApiPage page, TimeZoneInfo zone) =>
        ApiList.Of<DepartmentShape>([.. found.Entries.Select(entry => Of(entry, found.Company, zone))], found.Total, page);

    private static DepartmentShape Of(DirectoryEntry<Department> entry, Company company, TimeZoneInfo zone)
    {
        var department = entry.Item;
        var leader = department.Leader is { } id ? company.User(id) : null;
        User[] approvers = [.. department.Approvers.Select(company.User).OfType<User>()];

        return new DepartmentShape(
            department.Id.Value,
            department.Name,
            department.Parent?.Value ?? 0,
            leader?.UserName ?? string.Empty,
            string.Join(',', approvers.Select(approver => approver.UserName)),
            department.Label,
            entry.CreatedBy?.UserName ?? string.Empty,
            CreatorShape.Of(entry.CreatedBy),
            ParentDeptShape.Of(department.Parent, company),
            new LeaderShape(leader?.UserName ?? string.Empty, leader?.Name ?? string.Empty),
            [.. approvers.Select(approver => new ApproverShape(approver.UserName, approver.Name))],
            Moments.Of(entry.CreatedAt, zone),
            Moments.Of(entry.ChangedAt, zone),
            IsDeleted: false);
    }
}

/// <summary>The department above.</summary>
internal sealed record ParentDeptShape(long ParentDeptId, string ParentDeptName)
{
    /// <summary>What loonflow calls a department that is gone.</summary>
    private const string Unknown = "未知";

    public static ParentDeptShape Of(DepartmentId? parent, Company company) =>
        parent is { } id ? new(id.Value, company.Department(id)?.Name ?? Unknown) : new(0, string.Empty);
}

/// <summary>Who leads a department.</summary>
internal sealed record LeaderShape(string LeaderUsername, string LeaderAlias);

/// <summary>Who approves for a department.</summary>
internal sealed record ApproverShape(string ApproverName, string ApproverAlias);

/// <summary>A new department. loonflow 1.0 says the id under the second name.</summary>
internal sealed record NewDepartmentShape(long Id, long DeptId);
