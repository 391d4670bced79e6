using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Participants;

/// <summary>What kind of thing a participant key names.</summary>
public enum ParticipantKind
{
    Person = 1,
    Department = 3,
    Role = 4,
}

/// <summary>
/// One who must act on a visit now: a person, or a department or role as a live reference, so that someone who joins
/// the group later can act too.
/// </summary>
public sealed record Participant(ParticipantKind Kind, long Key)
{
    public static Participant Of(UserId id) => new(ParticipantKind.Person, id.Value);

    public static Participant Of(DepartmentId id) => new(ParticipantKind.Department, id.Value);

    public static Participant Of(RoleId id) => new(ParticipantKind.Role, id.Value);

    public UserId? Person => Kind is ParticipantKind.Person ? new UserId(Key) : null;

    /// <summary>Whether this names the person, directly or through a group.</summary>
    public bool Includes(Actor.Person person) => Kind switch
    {
        ParticipantKind.Person => person.Id.Value == Key,
        ParticipantKind.Department => person.Departments.Contains(new DepartmentId(Key)),
        ParticipantKind.Role => person.Roles.Contains(new RoleId(Key)),
        _ => false,
    };

    /// <summary>The active people behind this.</summary>
    public IReadOnlyList<UserId> Members(Company company) => Kind switch
    {
        ParticipantKind.Person when company.IsActive(new UserId(Key)) => [new UserId(Key)],
        ParticipantKind.Department => [.. company.MembersOf(new DepartmentId(Key)).Select(user => user.Id)],
        ParticipantKind.Role => [.. company.MembersOf(new RoleId(Key)).Select(user => user.Id)],
        _ => [],
    };
}
