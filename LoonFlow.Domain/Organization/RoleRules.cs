using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Organization;

/// <summary>What must hold for a role of the directory, and for those who hold it.</summary>
public static class RoleRules
{
    /// <summary>A new role (id 0), or a known one as it shall be; the answer is what to keep.</summary>
    public static Result<Role> Save(Company company, Role wanted)
    {
        var role = wanted with { Name = wanted.Name.Trim(), Description = wanted.Description.Trim(), Label = wanted.Label.Trim() };
        var isNewName = company.Role(role.Id)?.Name != role.Name;

        FieldProblem[] problems =
        [
            .. DirectoryProblems.OfText(DirectoryProblems.Name, role.Name, Role.MaxNameLength, isNeeded: true),
            .. DirectoryProblems.OfText(DirectoryProblems.Description, role.Description, Role.MaxDescriptionLength),
            .. DirectoryProblems.OfText(DirectoryProblems.Label, role.Label, Department.MaxLabelLength),
            .. isNewName && IsTaken(company, role) ? [DirectoryProblems.NameTaken(DirectoryProblems.Name)] : Array.Empty<FieldProblem>(),
        ];

        return problems is [] ? role : DirectoryRefusals.NotValid with { Fields = problems };
    }

    /// <summary>Why a role cannot be removed; null when it can. Those who hold it lose it.</summary>
    public static Refusal? WhyNotRemove(Company company, RoleId id, GroupUse use) =>
        company.Role(id) is null ? DirectoryRefusals.RoleNotFound : use.WhyNotRemove();

    /// <summary>Why somebody cannot be given a role; null when they can, or hold it already.</summary>
    public static Refusal? WhyNotAdd(Company company, RoleId role, UserId person) =>
        company.Role(role) is null ? DirectoryRefusals.RoleNotFound
        : company.User(person) is not { } user ? DirectoryRefusals.PersonNotFound
        : user.IsActive ? null : DirectoryRefusals.PersonLeft;

    /// <summary>Why a role cannot be taken from somebody; null when it can.</summary>
    public static Refusal? WhyNotTake(Company company, RoleId role, UserId person) =>
        company.Role(role) is null ? DirectoryRefusals.RoleNotFound
        : company.User(person) is not { } user ? DirectoryRefusals.PersonNotFound
        : user.Roles.Contains(role) ? null : DirectoryRefusals.NotAMember;

    private static bool IsTaken(Company company, Role role) =>
        company.Roles.Any(other => other.Id != role.Id && string.Equals(other.Name, role.Name, StringComparison.OrdinalIgnoreCase));
}
