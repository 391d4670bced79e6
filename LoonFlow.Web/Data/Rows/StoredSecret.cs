namespace LoonFlow.Web.Data.Rows;

/// <summary>A token or password that calls out sign with. Documents and settings name it; nobody reads it again.</summary>
public sealed class StoredSecret
{
    public const int MaxNameLength = 100;

    /// <summary>Whose it is: "workflow:12", or what else keeps secrets.</summary>
    public required string Owner { get; init; }

    public required string Name { get; init; }

    /// <summary>The value, encrypted with the installation's keys.</summary>
    public required string Protected { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
