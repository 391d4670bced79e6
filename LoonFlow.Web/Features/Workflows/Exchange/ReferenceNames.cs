using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>What this installation's people, departments and so on are called in files: by names that mean something elsewhere too.</summary>
/// <param name="Company">Who is there.</param>
/// <param name="Workflows">What child tickets may be filed with.</param>
/// <param name="Channels">Where notices may go, by id.</param>
/// <param name="Scripts">Stored names of scripts.</param>
internal sealed record ReferenceNames(
    Company Company, IReadOnlyDictionary<WorkflowId, Workflow> Workflows, IReadOnlyDictionary<long, string> Channels, IReadOnlySet<string> Scripts)
{
    /// <summary>What is gone has no name any more; its id says at least that it was there.</summary>
    public string NameOf(ReferenceKind kind, long id) => kind switch
    {
        ReferenceKind.Person => Company.User(new UserId(id))?.UserName,
        ReferenceKind.Department => PathOf(new DepartmentId(id)),
        ReferenceKind.Role => Company.Role(new RoleId(id))?.Name,
        ReferenceKind.Calendar => Company.Calendars.FirstOrDefault(calendar => calendar.Id.Value == id)?.Name,
        ReferenceKind.Workflow => Workflows.GetValueOrDefault(new WorkflowId(id))?.Name.Text,
        ReferenceKind.Channel => Channels.GetValueOrDefault(id),
        _ => null,
    } ?? $"#{id}";

    /// <summary>What a name of a file means here; null where nothing is called so.</summary>
    public long? IdOf(ReferenceKind kind, string name) => kind switch
    {
        ReferenceKind.Person => Company.UserNamed(name)?.Id.Value,
        ReferenceKind.Department => Company.Departments.FirstOrDefault(department => PathOf(department.Id) == name)?.Id.Value,
        ReferenceKind.Role => Company.Roles.FirstOrDefault(role => role.Name == name)?.Id.Value,
        ReferenceKind.Calendar => Company.Calendars.FirstOrDefault(calendar => calendar.Name == name)?.Id.Value,
        ReferenceKind.Workflow => Workflows.Values.Where(workflow => !workflow.IsRetired && IsCalled(workflow.Name, name)).OrderBy(workflow => workflow.Id.Value).FirstOrDefault()?.Id.Value,
        ReferenceKind.Channel => Channels.Where(channel => channel.Value == name).Select(channel => (long?)channel.Key).FirstOrDefault(),
        _ => null,
    };

    /// <summary>From the top down, as "Company/Operations"; a slash in a name is doubled.</summary>
    private string? PathOf(DepartmentId id) => Company.WithAncestors(id) is [_, ..] path
        ? string.Join('/', path.Reverse().Select(part => Company.Department(part)!.Name.Replace("/", "//", StringComparison.Ordinal)))
        : null;

    private static bool IsCalled(Caption caption, string name) => caption.Text == name || caption.English == name;
}
