namespace LoonFlow.Domain.Organization;

/// <summary>A person of the company. The user name is how field values, callers and sign-in speak of them (spec A.2).</summary>
public sealed record User
{
    public const int MaxUserNameLength = 50;
    public const int MaxNameLength = 100;
    public const int MaxEmailLength = 255;
    public const int MaxPhoneLength = 30;

    public required UserId Id { get; init; }

    public required string UserName { get; init; }

    /// <summary>The name that others read.</summary>
    public required string Name { get; init; }

    public string Email { get; init; } = string.Empty;

    public string Phone { get; init; } = string.Empty;

    public DepartmentId? Department { get; init; }

    /// <summary>Someone inactive keeps their history but never counts as a participant and cannot sign in.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>May view and administer everything; has no right to act in place of a participant (spec B.8).</summary>
    public bool IsAdministrator { get; init; }

    public IReadOnlyList<RoleId> Roles { get; init; } = [];
}
