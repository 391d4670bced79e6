namespace LoonFlow.Domain.Organization;

/// <summary>A part of the company. Approvers take precedence over the leader wherever "the creator's leader" is asked (spec A.2).</summary>
public sealed record Department
{
    public const int MaxNameLength = 100;
    public const int MaxLabelLength = 50;

    public required DepartmentId Id { get; init; }

    public required string Name { get; init; }

    public DepartmentId? Parent { get; init; }

    public UserId? Leader { get; init; }

    public IReadOnlyList<UserId> Approvers { get; init; } = [];

    /// <summary>A free id for systems that keep the directory in step.</summary>
    public string Label { get; init; } = string.Empty;
}
