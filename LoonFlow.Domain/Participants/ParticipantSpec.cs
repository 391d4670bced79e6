using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Participants;

/// <summary>Whom a state asks to act, as its designer said it (spec A.5, B.7).</summary>
public abstract record ParticipantSpec
{
    private ParticipantSpec()
    {
    }

    /// <summary>Nobody; right for end states only.</summary>
    public sealed record None : ParticipantSpec;

    /// <summary>One person or several.</summary>
    public sealed record People(IReadOnlyList<UserId> Users) : ParticipantSpec;

    /// <summary>Everybody in these departments and in all departments below them.</summary>
    public sealed record Departments(IReadOnlyList<DepartmentId> Ids) : ParticipantSpec;

    /// <summary>Everybody who holds one of these roles.</summary>
    public sealed record Roles(IReadOnlyList<RoleId> Ids) : ParticipantSpec;

    /// <summary>Whoever filed the ticket.</summary>
    public sealed record Creator : ParticipantSpec;

    /// <summary>
    /// The approvers of the creator's department, else its leader. A level above 1 climbs the departments: 2 is the next
    /// one above who leads, and so on; where the departments end, the highest one found.
    /// </summary>
    public sealed record CreatorsLeader(int Level = 1) : ParticipantSpec;

    /// <summary>The approvers of these departments, else their leaders.</summary>
    public sealed record DepartmentLeaders(IReadOnlyList<DepartmentId> Ids) : ParticipantSpec;

    /// <summary>Whoever took the transition that led here.</summary>
    public sealed record PreviousHandler : ParticipantSpec;

    /// <summary>The people whom these fields of the ticket name.</summary>
    public sealed record Fields(IReadOnlyList<string> Keys) : ParticipantSpec;

    /// <summary>The people whom these fields of the parent ticket name (spec B.7, type 8).</summary>
    public sealed record ParentFields(IReadOnlyList<string> Keys) : ParticipantSpec;

    /// <summary>Everybody whom any of these asks.</summary>
    public sealed record Union(IReadOnlyList<ParticipantSpec> Parts) : ParticipantSpec;

    /// <summary>The people whom a service of the company names, asked before the decision (spec A.5, type 11).</summary>
    public sealed record External(ExternalCall Call) : ParticipantSpec;

    /// <summary>No person: a script runs, then the ticket moves on by itself. The name is the script's stored name.</summary>
    public sealed record Script(string Name) : ParticipantSpec;

    /// <summary>No person: another system is called, then the ticket moves on by itself (spec B.21).</summary>
    /// <param name="Call">Whom to call.</param>
    /// <param name="Waits">Whether the answer comes later, in a call back.</param>
    public sealed record Hook(ExternalCall Call, bool Waits = false) : ParticipantSpec;

    /// <summary>No person: the engine moves the ticket on, for example when all children have ended ("loonrobot", spec B.18).</summary>
    public sealed record Engine : ParticipantSpec;
}
