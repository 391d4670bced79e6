namespace LoonFlow.Web.Data.Rows;

/// <summary>How a role is stored.</summary>
public sealed class RoleRow : IDirectoryRow
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = string.Empty;

    public string Label { get; set; } = string.Empty;

    public long? CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }
}

/// <summary>One person holds one role.</summary>
public sealed class RoleMemberRow
{
    public required long UserId { get; init; }

    public required long RoleId { get; init; }
}
