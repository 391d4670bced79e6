namespace LoonFlow.Web.Features.Applications.Edit;

/// <summary>What two administrators have changed in different ways.</summary>
/// <param name="Key">The part of the application.</param>
/// <param name="Theirs">What the other one saved, as a reader says it.</param>
public sealed record ContestedPart(string Key, string Theirs);
