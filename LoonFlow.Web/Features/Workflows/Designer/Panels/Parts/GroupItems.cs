using System.Globalization;
using System.Runtime.CompilerServices;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Controls;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

/// <summary>Departments and roles as items of a picker, by id. Made once for each state of the company.</summary>
internal static class GroupItems
{
    private static readonly ConditionalWeakTable<Company, IReadOnlyList<ComboboxItem>> KnownDepartments = [];
    private static readonly ConditionalWeakTable<Company, IReadOnlyList<ComboboxItem>> KnownRoles = [];

    public static IReadOnlyList<ComboboxItem> Departments(Company company) => KnownDepartments.GetValue(company, MakeDepartments);

    public static IReadOnlyList<ComboboxItem> Roles(Company company) => KnownRoles.GetValue(company, MakeRoles);

    public static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static long Id(string key) => long.Parse(key, CultureInfo.InvariantCulture);

    private static ComboboxItem[] MakeDepartments(Company company) =>
        [.. company.Departments.Select(department => new ComboboxItem(Key(department.Id.Value), department.Name, PathAbove(department, company))).OrderBy(item => item.Detail, StringComparer.CurrentCulture).ThenBy(item => item.Text, StringComparer.CurrentCulture)];

    private static string? PathAbove(Department department, Company company) =>
        string.Join(" / ", company.WithAncestors(department.Id).Skip(1).Reverse().Select(id => company.Department(id)?.Name)) is { Length: > 0 } path ? path : null;

    private static ComboboxItem[] MakeRoles(Company company) =>
        [.. company.Roles.OrderBy(role => role.Name, StringComparer.CurrentCulture).Select(role => new ComboboxItem(Key(role.Id.Value), role.Name, role.Description is { Length: > 0 } about ? about : null))];
}
