using LoonFlow.Domain.Access;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>An application as a history names it; one that was removed has no name any more.</summary>
public sealed record ApplicationName(ApplicationId Id, string? Name);
