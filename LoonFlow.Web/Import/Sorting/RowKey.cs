namespace LoonFlow.Web.Import.Sorting;

/// <summary>Where a row comes in the order: everything of one ticket together, its parts one kind after the other.</summary>
internal readonly record struct RowKey(long Ticket, RowPart Part, long Id) : IComparable<RowKey>
{
    public int CompareTo(RowKey other)
    {
        var byTicket = Ticket.CompareTo(other.Ticket);
        var byPart = byTicket != 0 ? byTicket : ((byte)Part).CompareTo((byte)other.Part);

        return byPart != 0 ? byPart : Id.CompareTo(other.Id);
    }
}

/// <summary>The parts of a ticket in the order in which they are needed.</summary>
internal enum RowPart : byte
{
    Record,
    Value,
    Relation,

    /// <summary>What a line of the history says in short: the course of a ticket is worked out from these before the lines themselves come.</summary>
    LogHead,
    Log,
}
