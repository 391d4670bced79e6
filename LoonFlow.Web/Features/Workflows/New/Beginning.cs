namespace LoonFlow.Web.Features.Workflows.New;

/// <summary>What kind of thing a workflow begins with.</summary>
public enum BeginningKind
{
    Blank,

    /// <summary>A workflow that comes with LoonFlow.</summary>
    Ready,

    /// <summary>A workflow of this installation.</summary>
    Copy,
}

/// <summary>Something that a new workflow may begin with.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Key">Names it within its kind.</param>
/// <param name="Name">What people read.</param>
/// <param name="About">One line about it.</param>
/// <param name="Icon">A Material symbol's name.</param>
public sealed record Beginning(BeginningKind Kind, string Key, string Name, string About, string Icon);
