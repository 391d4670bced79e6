namespace LoonFlow.Web.Data.Rows;

/// <summary>What is kept of the making of a person, role or department; null where nobody kept it.</summary>
public interface IDirectoryRow
{
    /// <summary>Who added it; null as well when no person did.</summary>
    long? CreatedBy { get; set; }

    DateTimeOffset? CreatedAt { get; set; }

    DateTimeOffset? ChangedAt { get; set; }
}
