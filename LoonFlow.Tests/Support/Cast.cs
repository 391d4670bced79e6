using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Tests.Support;

/// <summary>
/// The people of the tests. Ann asks, Bob leads her; Cleo and Dan are HR, Dan in a department below it; Olga and Omar
/// operate; Gil directs; Rita administers; Eve may not; Ivan has left.
/// </summary>
internal static class Cast
{
    public static readonly UserId Ann = new(1);
    public static readonly UserId Bob = new(2);
    public static readonly UserId Cleo = new(3);
    public static readonly UserId Dan = new(4);
    public static readonly UserId Eve = new(5);
    public static readonly UserId Gil = new(6);
    public static readonly UserId Ivan = new(7);
    public static readonly UserId Olga = new(8);
    public static readonly UserId Omar = new(9);
    public static readonly UserId Rita = new(10);

    /// <summary>Nobody has this id.</summary>
    public static readonly UserId Stranger = new(99);

    public static readonly DepartmentId Everything = new(1);
    public static readonly DepartmentId HumanResources = new(2);
    public static readonly DepartmentId Payroll = new(3);
    public static readonly DepartmentId Engineering = new(4);
    public static readonly DepartmentId Trading = new(5);
    public static readonly DepartmentId Operations = new(6);

    /// <summary>Eve's department, which nobody leads.</summary>
    public static readonly DepartmentId Sales = new(7);

    /// <summary>Nobody active is left here.</summary>
    public static readonly DepartmentId Archive = new(8);

    /// <summary>Olga, Omar, and Ivan, who has left.</summary>
    public static readonly RoleId Operators = new(1);

    /// <summary>Only Ivan, who has left.</summary>
    public static readonly RoleId Auditors = new(2);

    public static readonly Company Company = new(
        [
            Person(Ann, "ann", Trading),
            Person(Bob, "bob", Trading),
            Person(Cleo, "cleo", HumanResources),
            Person(Dan, "dan", Payroll),
            Person(Eve, "eve", Sales),
            Person(Gil, "gil", Everything),
            Person(Ivan, "ivan", Archive, Operators, Auditors) with { IsActive = false },
            Person(Olga, "olga", Operations, Operators),
            Person(Omar, "omar", Operations, Operators),
            Person(Rita, "rita", Everything) with { IsAdministrator = true },
        ],
        [
            Department(Everything, "Everything", parent: null, leader: Gil),
            Department(HumanResources, "Human resources", Everything, leader: Cleo),
            Department(Payroll, "Payroll", HumanResources, leader: Cleo),
            Department(Engineering, "Engineering", Everything, leader: Gil),
            Department(Trading, "Trading", Engineering, leader: Bob),
            Department(Operations, "Operations", Engineering, leader: Gil) with { Approvers = [Omar, Ivan] },
            Department(Sales, "Sales", Everything, leader: null),
            Department(Archive, "Archive", Everything, leader: Ivan),
        ],
        [
            new Role { Id = Operators, Name = "Operators" },
            new Role { Id = Auditors, Name = "Auditors" },
        ]);

    /// <summary>Everyone who can sign in.</summary>
    public static readonly IReadOnlyList<UserId> Active = [.. Company.Users.Where(user => user.IsActive).Select(user => user.Id)];

    public static Actor.Person Actor(UserId id) => Actor(id, Company);

    public static Actor.Person Actor(UserId id, Company company) =>
        LoonFlow.Domain.Access.Actor.Of(id, company) ?? throw new InvalidOperationException($"{Name(id)} cannot act.");

    public static string Name(UserId id) => Company.User(id)?.Name ?? $"stranger {id.Value}";

    /// <summary>The company after these people have left it.</summary>
    public static Company Without(params UserId[] gone) => new(
        [.. Company.Users.Select(user => gone.Contains(user.Id) ? user with { IsActive = false } : user)],
        Company.Departments,
        Company.Roles);

    /// <summary>The company with one department put in place of the one of the same id.</summary>
    public static Company With(Department changed) => new(
        Company.Users,
        [.. Company.Departments.Select(department => department.Id == changed.Id ? changed : department)],
        Company.Roles);

    private static User Person(UserId id, string userName, DepartmentId department, params RoleId[] roles) => new()
    {
        Id = id,
        UserName = userName,
        Name = char.ToUpperInvariant(userName[0]) + userName[1..],
        Department = department,
        Roles = roles,
    };

    private static Department Department(DepartmentId id, string name, DepartmentId? parent, UserId? leader) => new()
    {
        Id = id,
        Name = name,
        Parent = parent,
        Leader = leader,
    };
}
