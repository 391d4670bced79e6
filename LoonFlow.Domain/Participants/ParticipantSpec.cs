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

    /// <summary>The approvers of the creator's department, else its leader.</summary>
    public sealed record CreatorsLeader : ParticipantSpec;

    /// <summary>The people whom these fields of the ticket name.</summary>
    public sealed record Fields(IReadOnlyList<string> Keys) : ParticipantSpec;

    /// <summary>No person: a script runs, then the ticket moves on by itself. The name is the script's stored name.</summary>
    public sealed record Script(string Name) : ParticipantSpec;

    /// <summary>No person: the engine moves the ticket on, for example when all children have ended ("loonrobot", spec B.18).</summary>
    public sealed record Engine : ParticipantSpec;
}
