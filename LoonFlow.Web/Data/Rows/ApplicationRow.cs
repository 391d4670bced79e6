using LoonFlow.Domain.Access;

namespace LoonFlow.Web.Data.Rows;

/// <summary>How an application is stored.</summary>
public sealed class ApplicationRow
{
    public required ApplicationId Id { get; init; }

    public required string Name { get; set; }

    public required Application Content { get; set; }

    /// <summary>Grows with every change, so that of two administrators at once the second is told.</summary>
    public int Revision { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Null when an import brought it.</summary>
    public long? CreatedBy { get; init; }
}

/// <summary>What an application proves itself with. Of a signing secret the encrypted value is kept, of a bearer token only its hash.</summary>
public sealed class ApplicationSecretRow
{
    public const int HintLength = 4;

    public long Id { get; init; }

    public required ApplicationId Application { get; init; }

    /// <summary>Whether requests are signed with it; otherwise it is sent itself.</summary>
    public required bool IsForSigning { get; init; }

    /// <summary>Its last characters, by which people tell secrets apart.</summary>
    public required string Hint { get; init; }

    /// <summary>SHA-256 in small hexadecimal letters. Unique.</summary>
    public required string Hash { get; init; }

    /// <summary>A signing secret, encrypted with the installation's keys.</summary>
    public string? Protected { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not good from then on; null has no end.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>From where.</summary>
    public string? LastUsedFrom { get; set; }
}
