using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

/// <summary>
/// Who may file a workflow's tickets, and how many (spec B.3 [R]). Everything that is given must hold. A list that is
/// not given restricts nobody; an empty one lets nobody file.
/// </summary>
public sealed record CreationLimits
{
    public static readonly CreationLimits None = new();

    public FrequencyLimit? Frequency { get; init; }

    public OpenLimit? Open { get; init; }

    public IReadOnlyList<UserId>? People { get; init; }

    /// <summary>With all departments below them.</summary>
    public IReadOnlyList<DepartmentId>? Departments { get; init; }

    public IReadOnlyList<RoleId>? Roles { get; init; }

    /// <summary>Whether tickets must be counted before one more is filed.</summary>
    public bool NeedsCount => Frequency is not null || Open is not null;

    /// <summary>Whether somebody's tickets may count against what others may file.</summary>
    public bool CountsEveryone => Frequency?.Scope is LimitScope.Everyone || Open?.Scope is LimitScope.Everyone;
}

/// <summary>Whose tickets are counted. The numbers are the levels of loonflow (spec B.3).</summary>
public enum LimitScope
{
    PerPerson = 1,
    Everyone = 2,
}

/// <summary>At most so many tickets in any period of this length, finished and closed ones included.</summary>
public sealed record FrequencyLimit(TimeSpan Period, int Count, LimitScope Scope)
{
    public static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(3_660);
}

/// <summary>At most so many tickets at once that have not come to their end.</summary>
public sealed record OpenLimit(int Count, LimitScope Scope);
