namespace LoonFlow.Domain.Tickets;

/// <summary>What was counted for a workflow's limits: tickets in the scope of each limit, deleted ones left out.</summary>
/// <param name="FilledAt">
/// When the oldest of the newest n tickets was filed, n being the number that the period allows; null when fewer were
/// filed within the period. One may file again when that ticket has left the period.
/// </param>
/// <param name="Open">How many are open; counting may stop at the number allowed.</param>
public sealed record CreationFacts(DateTimeOffset? FilledAt, int Open)
{
    public static readonly CreationFacts Nothing = new(null, 0);
}
