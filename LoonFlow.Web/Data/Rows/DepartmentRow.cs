namespace LoonFlow.Web.Data.Rows;

/// <summary>How a department is stored.</summary>
public sealed class DepartmentRow : IDirectoryRow
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public long? ParentId { get; set; }

    public long? LeaderId { get; set; }

    public IReadOnlyList<long> ApproverIds { get; set; } = [];

    public string Label { get; set; } = string.Empty;

    public long? CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }
}
