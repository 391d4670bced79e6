using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>One person's place where every one of several decides: what they chose, or that they have not yet.</summary>
/// <param name="Who">Whose place it is now; forwarding passes it on.</param>
/// <param name="Choice">The transition they chose; null until they did.</param>
/// <param name="At">When they chose, in UTC.</param>
public sealed record Seat(UserId Who, TransitionId? Choice = null, DateTimeOffset? At = null);
