namespace LoonFlow.Web.Data.Rows;

/// <summary>
/// Changes in the commit that changes what is cached under its name. Readers fetch the stamp with the rows they need
/// anyway, so a cache is never older than the data it is used with, on any number of instances.
/// </summary>
public sealed class CacheStamp
{
    public const string Company = "company";
    public const string Workflows = "workflows";
    public const string Applications = "applications";

    public required string Name { get; init; }

    public Guid Value { get; set; }
}
