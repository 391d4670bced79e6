namespace LoonFlow.Web.Data.Rows;

/// <summary>What became of one row of an imported installation, so that importing again changes nothing.</summary>
public sealed class ImportedRow
{
    /// <summary>The table in the dump.</summary>
    public required string Table { get; init; }

    public required long SourceId { get; init; }

    /// <summary>The id it has here; the same as there whenever that was free.</summary>
    public required long TargetId { get; set; }

    /// <summary>A digest of the row as it was imported.</summary>
    public required string Fingerprint { get; set; }
}
