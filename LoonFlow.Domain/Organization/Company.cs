using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Organization;

/// <summary>
/// Everybody and every department and role at one moment, immutable. Rules are given the whole of it as a fact, so
/// "who is that, and are they still here" has one answer in one place.
/// </summary>
public sealed class Company
{
    public static readonly Company Empty = new([], [], []);

    private readonly Dictionary<UserId, User> _users;
    private readonly Dictionary<string, User> _usersByName;
    private readonly Dictionary<DepartmentId, Department> _departments;
    private readonly Dictionary<RoleId, Role> _roles;
    private readonly ILookup<DepartmentId?, Department> _children;
    private readonly ILookup<DepartmentId?, User> _usersByDepartment;
    private readonly ILookup<RoleId, User> _usersByRole;

    public Company(
        IReadOnlyList<User> users,
        IReadOnlyList<Department> departments,
        IReadOnlyList<Role> roles,
        IReadOnlyList<BusinessCalendar>? calendars = null)
    {
        Users = users;
        Departments = departments;
        Roles = roles;
        Calendars = calendars ?? [];
        _users = users.ToDictionary(user => user.Id);
        _usersByName = users.ToDictionary(user => user.UserName, StringComparer.OrdinalIgnoreCase);
        _departments = departments.ToDictionary(department => department.Id);
        _roles = roles.ToDictionary(role => role.Id);
        _children = departments.ToLookup(department => department.Parent);
        _usersByDepartment = users.Where(user => user.IsActive).ToLookup(user => user.Department);
        _usersByRole = users.Where(user => user.IsActive)
            .SelectMany(user => user.Roles.Distinct(), (user, role) => (user, role))
            .ToLookup(pair => pair.role, pair => pair.user);
    }

    public IReadOnlyList<User> Users { get; }

    public IReadOnlyList<Department> Departments { get; }

    public IReadOnlyList<Role> Roles { get; }

    /// <summary>Working times; the first is the company's default.</summary>
    public IReadOnlyList<BusinessCalendar> Calendars { get; }

    public User? User(UserId id) => _users.GetValueOrDefault(id);

    public User? UserNamed(string userName) => _usersByName.GetValueOrDefault(userName.Trim());

    public Department? Department(DepartmentId id) => _departments.GetValueOrDefault(id);

    public Role? Role(RoleId id) => _roles.GetValueOrDefault(id);

    /// <summary>The calendar asked for; the default when none is asked for or it is gone; null when the company has none.</summary>
    public BusinessCalendar? Calendar(CalendarId? id) =>
        Calendars.FirstOrDefault(calendar => calendar.Id == id) ?? (Calendars is [var first, ..] ? first : null);

    public bool IsActive(UserId id) => _users.TryGetValue(id, out var user) && user.IsActive;

    /// <summary>The department and everything above it, nearest first. A loop in the data ends the walk.</summary>
    public IReadOnlyList<DepartmentId> WithAncestors(DepartmentId id)
    {
        var path = new List<DepartmentId>();

        for (DepartmentId? next = id; next is { } at && !path.Contains(at) && _departments.TryGetValue(at, out var department); next = department.Parent)
        {
            path.Add(at);
        }

        return path;
    }

    /// <summary>The department and everything below it; nothing when it does not exist. A loop in the data ends the walk.</summary>
    public IReadOnlyList<DepartmentId> WithDescendants(DepartmentId id)
    {
        List<DepartmentId> found = _departments.ContainsKey(id) ? [id] : [];

        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(_children[found[next]].Select(child => child.Id).Where(child => !found.Contains(child)));
        }

        return found;
    }

    /// <summary>Active people of the department and of all departments below it.</summary>
    public IReadOnlyList<User> MembersOf(DepartmentId id) =>
        [.. WithDescendants(id).SelectMany(department => _usersByDepartment[department])];

    /// <summary>Active people who hold the role.</summary>
    public IReadOnlyList<User> MembersOf(RoleId id) => [.. _usersByRole[id]];

    /// <summary>
    /// Who leads a person: the approvers of their department if any of them is active, else its leader (spec B.7).
    /// Empty when nobody does.
    /// </summary>
    public IReadOnlyList<UserId> LeadersOf(UserId id)
    {
        return User(id)?.Department is { } department ? LeadersOf(department) : [];
    }

    /// <summary>
    /// Who leads a person this many levels up: 1 is their own department, each further level the next department above that
    /// somebody else leads. Where the departments end, those of the highest level found.
    /// </summary>
    public IReadOnlyList<UserId> LeadersOf(UserId id, int level)
    {
        if (level <= 1 || User(id)?.Department is not { } own)
        {
            return LeadersOf(id);
        }

        IReadOnlyList<UserId> found = [];
        var levels = 0;

        foreach (var department in WithAncestors(own))
        {
            var leaders = LeadersOf(department);

            if (leaders.Count > 0 && !leaders.SequenceEqual(found))
            {
                found = leaders;
                levels++;
            }

            if (levels == level)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The approvers of a department if any of them is active, else its leader. Empty when nobody leads it.</summary>
    public IReadOnlyList<UserId> LeadersOf(DepartmentId id)
    {
        if (Department(id) is not { } department)
        {
            return [];
        }

        UserId[] approvers = [.. department.Approvers.Where(IsActive)];

        return approvers is not [] ? approvers
            : department.Leader is { } leader && IsActive(leader) ? [leader]
            : [];
    }
}
