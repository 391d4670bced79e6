namespace LoonFlow.Web.Features.Workflows.New;

/// <summary>Something that a new workflow may begin with.</summary>
/// <param name="Key">Names it in the form.</param>
/// <param name="Name">What people read.</param>
/// <param name="About">One line about it.</param>
/// <param name="Icon">A Material symbol's name.</param>
public sealed record Beginning(string Key, string Name, string About, string Icon);
