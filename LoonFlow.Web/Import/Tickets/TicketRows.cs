namespace LoonFlow.Web.Import.Tickets;

/// <summary>The rows of one ticket, the lines of its history aside.</summary>
internal sealed class TicketRows(SourceRow record)
{
    private readonly List<SourceRow> _values = [];
    private readonly List<SourceRow> _relations = [];
    private readonly List<LogHead> _heads = [];

    public SourceRow Record => record;

    public IReadOnlyList<SourceRow> Values => _values;

    public IReadOnlyList<SourceRow> Relations => _relations;

    /// <summary>One for each line of the history, oldest first.</summary>
    public IReadOnlyList<LogHead> Heads => _heads;

    /// <summary>What became of it; null until its first piece was taken in.</summary>
    public TicketTransfer? Transfer { get; set; }

    public void AddValue(SourceRow row) => _values.Add(row);

    public void AddRelation(SourceRow row) => _relations.Add(row);

    public void AddHead(LogHead head) => _heads.Add(head);
}

/// <summary>A ticket with as many lines of its history as are committed together; one with a long history comes in several pieces.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Logs">Lines of its history.</param>
/// <param name="First">How many lines came in earlier pieces.</param>
/// <param name="Fingerprint">A digest of all its rows; null while more pieces are to come.</param>
internal sealed record TicketPiece(TicketRows Ticket, IReadOnlyList<SourceRow> Logs, int First, string? Fingerprint)
{
    public bool IsLast => Fingerprint is not null;

    /// <summary>How many rows it comes to.</summary>
    public int Size => Logs.Count + (First == 0 ? 1 + Ticket.Values.Count : 0);
}
