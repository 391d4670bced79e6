using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>The parallel branch that a visit belongs to.</summary>
/// <param name="Fork">The number of the fork's visit, which stays open until its branches have met.</param>
/// <param name="Way">The transition of the fork that opened the branch.</param>
public sealed record VisitBranch(int Fork, TransitionId Way);

/// <summary>A branch that has come to its join.</summary>
/// <param name="Way">The transition of the fork that opened the branch.</param>
/// <param name="IsRefusal">Whether it came by a refusing transition.</param>
public sealed record Arrival(TransitionId Way, bool IsRefusal);
