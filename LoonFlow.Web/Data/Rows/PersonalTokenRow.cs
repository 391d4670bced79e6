using LoonFlow.Domain.Access;

namespace LoonFlow.Web.Data.Rows;

/// <summary>A token that a person made for programs of their own. Only its hash is kept.</summary>
public sealed class PersonalTokenRow
{
    public long Id { get; init; }

    public required long UserId { get; init; }

    public required string Name { get; init; }

    public required TokenScopes Scopes { get; init; }

    /// <summary>SHA-256 in small hexadecimal letters. Unique.</summary>
    public required string Hash { get; init; }

    /// <summary>Its last characters, by which its owner tells tokens apart.</summary>
    public required string Hint { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>From where.</summary>
    public string? LastUsedFrom { get; set; }
}
