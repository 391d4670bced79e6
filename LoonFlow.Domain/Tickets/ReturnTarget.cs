using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>A state that a ticket may be returned to, and how it goes on from there.</summary>
public sealed record ReturnTarget(StateId State, AfterReturn Then);
