namespace LoonFlow.Web.Data.Rows;

/// <summary>A script that states of workflows may run, by its stored name.</summary>
public sealed class StoredScript
{
    public const int MaxNameLength = 100;
    public const int MaxStoredNameLength = 200;
    public const int MaxDescriptionLength = 1_000;

    public long Id { get; init; }

    public required string Name { get; set; }

    /// <summary>How workflows call it: a file's name, as loonflow kept it. Unique.</summary>
    public required string StoredName { get; set; }

    public string Description { get; set; } = string.Empty;

    /// <summary>The name of an interpreter of the settings.</summary>
    public string Interpreter { get; set; } = "python";

    public required string Content { get; set; }

    public bool IsActive { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Null when an import brought it.</summary>
    public long? ChangedBy { get; set; }
}
