namespace LoonFlow.Web.Import;

/// <summary>What became of a row of the dump.</summary>
internal enum RowOutcome
{
    Imported,

    /// <summary>It is here already, from an earlier import or because the same person is.</summary>
    Unchanged,

    /// <summary>It was deleted in loonflow.</summary>
    Deleted,

    /// <summary>It cannot be imported; the report says why.</summary>
    Skipped,
}
