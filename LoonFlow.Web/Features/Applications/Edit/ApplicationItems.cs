using System.Globalization;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;

namespace LoonFlow.Web.Features.Applications.Edit;

/// <summary>What the pickers of an application's page choose from.</summary>
internal static class ApplicationItems
{
    public static IReadOnlyList<ComboboxItem> Of(IEnumerable<Workflow> workflows) =>
        [.. workflows
            .Select(workflow => new ComboboxItem(Key(workflow.Id.Value), workflow.Name.ForReader()))
            .OrderBy(item => item.Text, StringComparer.CurrentCulture)];

    public static IReadOnlyList<ComboboxItem> Of(Company company) =>
        [.. company.Departments
            .Select(department => new ComboboxItem(Key(department.Id.Value), department.Name, department.Parent is { } parent ? company.Department(parent)?.Name : null))
            .OrderBy(item => item.Text, StringComparer.CurrentCulture)];

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
