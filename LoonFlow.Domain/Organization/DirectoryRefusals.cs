using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Organization;

/// <summary>Every way to be turned down about people, roles and departments. Codes are stable.</summary>
public static class DirectoryRefusals
{
    public static readonly Refusal PersonNotFound =
        new(RefusalKind.NotFound, "directory.person_not_found", "There is no such person.");

    public static readonly Refusal RoleNotFound =
        new(RefusalKind.NotFound, "directory.role_not_found", "There is no such role.");

    public static readonly Refusal DepartmentNotFound =
        new(RefusalKind.NotFound, "directory.department_not_found", "There is no such department.");

    public static readonly Refusal NotAMember =
        new(RefusalKind.NotFound, "directory.not_a_member", "This person does not hold the role.");

    public static readonly Refusal NotValid =
        new(RefusalKind.Invalid, "directory.not_valid", "Some entries are missing or wrong.");

    public static readonly Refusal NotYourself =
        new(RefusalKind.Conflict, "directory.not_yourself", "Nobody removes or deactivates themselves; ask another administrator.");

    public static readonly Refusal OnlyAdministrators =
        new(RefusalKind.Forbidden, "directory.only_administrators", "Only an administrator adds, changes or removes administrators.");

    public static readonly Refusal LastAdministrator =
        new(RefusalKind.Conflict, "directory.last_administrator", "This is the last active administrator; make somebody else an administrator first.");

    public static readonly Refusal PersonLeft =
        new(RefusalKind.Conflict, "directory.person_left", "This person is not active; activate them first.");

    public static readonly Refusal HasPeople =
        new(RefusalKind.Conflict, "directory.has_people", "People are in this department; move them to another one first.");

    public static readonly Refusal HasDepartments =
        new(RefusalKind.Conflict, "directory.has_departments", "Other departments are below this one; move or remove them first.");

    public static readonly Refusal TicketsWait =
        new(RefusalKind.Conflict, "directory.tickets_wait", "Tickets wait for this group, deleted ones that may be restored among them; have them handled or handed over first.");

    public static readonly Refusal WorkflowNames =
        new(RefusalKind.Conflict, "directory.workflow_names", "A workflow names this group; publish a version that does not, and let the tickets of earlier versions end.");
}
