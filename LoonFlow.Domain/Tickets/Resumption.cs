using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Where a returned ticket goes straight back to, and to whom.</summary>
public sealed record Resumption(StateId State, UserId By);
