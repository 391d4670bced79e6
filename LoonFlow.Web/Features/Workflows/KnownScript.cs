namespace LoonFlow.Web.Features.Workflows;

/// <summary>A script as those name it who set workflows up.</summary>
public sealed record KnownScript(long Id, string Name, string StoredName, bool IsActive);
