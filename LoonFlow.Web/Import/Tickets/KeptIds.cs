namespace LoonFlow.Web.Import.Tickets;

/// <summary>Ids of tickets that are never handed out here, so that those of the dump can be kept.</summary>
/// <param name="Ranges">Taken out of the sequence by this import or an earlier one, the last one included.</param>
internal sealed record KeptIds(IReadOnlyList<(long First, long Last)> Ranges)
{
    public bool Includes(long id) => Ranges.Any(range => id >= range.First && id <= range.Last);
}
