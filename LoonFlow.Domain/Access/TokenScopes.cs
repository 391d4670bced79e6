namespace LoonFlow.Domain.Access;

/// <summary>What a personal token may be used for. None includes another.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,

    /// <summary>Look at whatever its owner may see.</summary>
    Read = 1,

    /// <summary>File and handle tickets as its owner.</summary>
    Write = 2,

    /// <summary>Change workflows, people and settings as its owner.</summary>
    Configure = 4,
}
