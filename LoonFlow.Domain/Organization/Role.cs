namespace LoonFlow.Domain.Organization;

/// <summary>A duty that people hold, across departments.</summary>
public sealed record Role
{
    public const int MaxNameLength = 100;
    public const int MaxDescriptionLength = 200;

    public required RoleId Id { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = string.Empty;

    /// <summary>A free id for systems that keep the directory in step.</summary>
    public string Label { get; init; } = string.Empty;
}
