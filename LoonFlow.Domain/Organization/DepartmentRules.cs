using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Organization;

/// <summary>What must hold for a department of the directory.</summary>
public static class DepartmentRules
{
    /// <summary>A new department (id 0), or a known one as it shall be; the answer is what to keep.</summary>
    public static Result<Department> Save(Company company, Department wanted)
    {
        var known = company.Department(wanted.Id);
        var department = wanted with { Name = wanted.Name.Trim(), Label = wanted.Label.Trim(), Approvers = [.. wanted.Approvers.Distinct()] };

        FieldProblem[] problems =
        [
            .. DirectoryProblems.OfText(DirectoryProblems.Name, department.Name, Department.MaxNameLength, isNeeded: true),
            .. DirectoryProblems.OfText(DirectoryProblems.Label, department.Label, Department.MaxLabelLength),
            .. PlaceProblems(company, known, department),
            .. PeopleProblems(company, known, department),
        ];

        return problems is [] ? department : DirectoryRefusals.NotValid with { Fields = problems };
    }

    /// <summary>Why a department cannot be removed; null when it can. People who have left it with the company do not keep it.</summary>
    public static Refusal? WhyNotRemove(Company company, DepartmentId id, GroupUse use) =>
        company.Department(id) is null ? DirectoryRefusals.DepartmentNotFound
        : company.Departments.Any(other => other.Parent == id) ? DirectoryRefusals.HasDepartments
        : company.MembersOf(id).Count > 0 ? DirectoryRefusals.HasPeople
        : use.WhyNotRemove();

    private static IEnumerable<FieldProblem> PlaceProblems(Company company, Department? known, Department department)
    {
        if (department.Parent is { } parent && company.Department(parent) is null)
        {
            yield return DirectoryProblems.DepartmentUnknown(DirectoryProblems.Parent);
        }
        else if (known is not null && department.Parent is { } above && company.WithDescendants(known.Id).Contains(above))
        {
            yield return DirectoryProblems.BelowItself;
        }
        else if ((known is null || known.Name != department.Name || known.Parent != department.Parent) && IsTaken(company, department))
        {
            yield return DirectoryProblems.NameTaken(DirectoryProblems.Name);
        }
    }

    /// <summary>Only those who are named anew must be active: a leader who has left does not keep others from correcting the name.</summary>
    private static IEnumerable<FieldProblem> PeopleProblems(Company company, Department? known, Department department) =>
    [
        .. department.Leader is { } leader && leader != known?.Leader && !company.IsActive(leader) ? [Unknown(company, DirectoryProblems.Leader, leader)] : Array.Empty<FieldProblem>(),
        .. department.Approvers.Except(known?.Approvers ?? []).Where(id => !company.IsActive(id)).Take(1).Select(id => Unknown(company, DirectoryProblems.Approver, id)),
    ];

    private static FieldProblem Unknown(Company company, string key, UserId id) =>
        DirectoryProblems.PersonUnknown(key, company.User(id)?.UserName ?? id.Value.ToString(CultureInfo.InvariantCulture));

    private static bool IsTaken(Company company, Department department) => company.Departments.Any(
        other => other.Id != department.Id && other.Parent == department.Parent && string.Equals(other.Name, department.Name, StringComparison.OrdinalIgnoreCase));
}
