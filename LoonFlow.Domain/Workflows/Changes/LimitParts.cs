using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>What the limits of filing are made of.</summary>
internal static class LimitParts
{
    public static readonly IReadOnlyList<ElementProperty<WorkflowDocument>> All =
    [
        Of<FrequencyLimit?>("limits.frequency", of => of.Frequency, (of, value) => of with { Frequency = value }),
        Of<OpenLimit?>("limits.open", of => of.Open, (of, value) => of with { Open = value }),
        Of<IReadOnlyList<UserId>?>("limits.people", of => of.People, (of, value) => of with { People = value }),
        Of<IReadOnlyList<DepartmentId>?>("limits.departments", of => of.Departments, (of, value) => of with { Departments = value }),
        Of<IReadOnlyList<RoleId>?>("limits.roles", of => of.Roles, (of, value) => of with { Roles = value }),
    ];

    private static ElementProperty<WorkflowDocument> Of<TValue>(
        string code, Func<CreationLimits, TValue> read, Func<CreationLimits, TValue, CreationLimits> write) => ElementProperty.One<WorkflowDocument, TValue>(
        nameof(WorkflowDocument.Limits),
        document => read(document.Limits),
        (document, value) => document with { Limits = write(document.Limits, value) },
        code);
}
