using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

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
        bool IsAdministrator) : Actor
    {
        /// <summary>The application that speaks for them; null when they act themselves.</summary>
        public ApplicationReach? Through { get; init; }
    }

    /// <summary>An application that names nobody: it reads the tickets of its workflows and changes nothing.</summary>
    public sealed record Caller(ApplicationReach Reach) : Actor;

    /// <summary>LoonFlow itself: timers, scripts, hooks, children. Callers know it as "loonrobot"; nobody may sign in as it.</summary>
    public sealed record Engine : Actor;

    /// <summary>The application that speaks here; null when none does.</summary>
    public ApplicationReach? Application => this switch
    {
        Person person => person.Through,
        Caller caller => caller.Reach,
        _ => null,
    };

    /// <summary>Whether tickets of this workflow can be touched at all; only an application is bounded (spec B.28).</summary>
    public bool Reaches(WorkflowId workflow) => Application?.Includes(workflow) ?? true;

    /// <summary>The same actor as the company knows them now; null for a person who is unknown or inactive.</summary>
    public Actor? AsKnownBy(Company company) => this is Person person ? Of(person.Id, company, person.Through) : this;

    /// <summary>The person with this id as the directory knows them now; null when unknown or inactive.</summary>
    public static Person? Of(UserId id, Company company, ApplicationReach? through = null) =>
        company.User(id) is { IsActive: true } user
            ? new Person(
                user.Id,
                user.Department is { } department ? company.WithAncestors(department) : [],
                user.Roles,
                user.IsAdministrator)
            {
                Through = through,
            }
            : null;
}
