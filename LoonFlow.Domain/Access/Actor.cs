using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Access;

/// <summary>On whose behalf something is asked or done.</summary>
public abstract record Actor
{
    private Actor()
    {
    }

    /// <summary>A person of the directory, with everything by which a group may name them.</summary>
    /// <param name="Id">Who it is.</param>
    /// <param name="Departments">Their department and every one above it, because work for a department is work for all below.</param>
    /// <param name="Roles">The roles they hold.</param>
    /// <param name="IsAdministrator">Whether they administer the whole installation.</param>
    public sealed record Person(
        UserId Id,
        IReadOnlyList<DepartmentId> Departments,
        IReadOnlyList<RoleId> Roles,
        bool IsAdministrator) : Actor;

    /// <summary>LoonFlow itself: timers, scripts, hooks, children. Callers know it as "loonrobot"; nobody may sign in as it.</summary>
    public sealed record Engine : Actor;

    /// <summary>The person with this id as the directory knows them now; null when unknown or inactive.</summary>
    public static Person? Of(UserId id, Company company) =>
        company.User(id) is { IsActive: true } user
            ? new Person(
                user.Id,
                user.Department is { } department ? company.WithAncestors(department) : [],
                user.Roles,
                user.IsAdministrator)
            : null;
}
