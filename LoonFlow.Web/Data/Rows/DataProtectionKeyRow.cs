namespace LoonFlow.Web.Data.Rows;

/// <summary>A key that protects cookies and antiforgery tokens, shared by all instances.</summary>
public sealed class DataProtectionKeyRow
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
