using System.Security.Cryptography;
using System.Text;
using LoonFlow.Web.Import.MySqlDumps;
using LoonFlow.Web.Import.Sorting;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>Puts the sorted rows together to tickets. Rows of tickets that are not there are listed.</summary>
internal sealed class TicketPieces(TicketSpool spool, ImportReport report, int largest)
{
    /// <summary>UTF-16 units of history that are held for one piece; a longer line is a piece of its own.</summary>
    private const int LongestTexts = 2_000_000;

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<SourceRow> _logs = [];
    private TicketRows? _ticket;
    private int _earlier;
    private int _texts;

    public IEnumerable<TicketPiece> Read()
    {
        var last = default(RowKey);

        foreach (var (key, dumped, values) in spool.Sorted())
        {
            if (key.Ticket != last.Ticket && Finish() is { } finished)
            {
                yield return finished;
            }

            var isRepeated = key == last;
            last = key;

            if (isRepeated)
            {
                Refuse(key, dumped);
            }
            else if (Take(key, dumped, values.Span) is { } piece)
            {
                yield return piece;
            }
        }

        if (Finish() is { } latest)
        {
            yield return latest;
        }
    }

    /// <returns>A piece that was full before this row.</returns>
    private TicketPiece? Take(RowKey key, DumpRow dumped, ReadOnlySpan<byte> values)
    {
        var row = new SourceRow(dumped, key.Id, report);

        if (key.Part is RowPart.Record)
        {
            _ticket = new TicketRows(row);
            _digest.AppendData(Encoding.UTF8.GetBytes(row.Fingerprint));
        }
        else if (_ticket is null)
        {
            LeaveOut(key, row);
        }
        else if (key.Part is RowPart.LogHead)
        {
            _ticket.AddHead(LogHead.Read(row));
        }
        else
        {
            _digest.AppendData(values);

            return Take(_ticket, key.Part, row);
        }

        return null;
    }

    private TicketPiece? Take(TicketRows ticket, RowPart part, SourceRow row)
    {
        switch (part)
        {
            case RowPart.Value:
                ticket.AddValue(row);
                return null;
            case RowPart.Relation:
                ticket.AddRelation(row);
                return null;
        }

        var texts = row.Whole("ticket_data").Length + row.Whole("suggestion").Length;
        var full = _logs.Count >= largest || (_logs.Count > 0 && _texts + texts > LongestTexts) ? Piece(ticket, fingerprint: null) : null;
        _logs.Add(row);
        _texts += texts;

        return full;
    }

    private TicketPiece? Finish()
    {
        var piece = _ticket is { } ticket ? Piece(ticket, Convert.ToHexStringLower(_digest.GetHashAndReset())) : null;
        _ticket = null;
        _earlier = 0;

        return piece;
    }

    private TicketPiece Piece(TicketRows ticket, string? fingerprint)
    {
        var piece = new TicketPiece(ticket, [.. _logs], _earlier, fingerprint);
        _earlier += _logs.Count;
        _logs.Clear();
        _texts = 0;

        return piece;
    }

    private static void LeaveOut(RowKey key, SourceRow row)
    {
        // The head of a line is no row of its own.
        if (key.Part is not RowPart.LogHead)
        {
            row.Skip($"its ticket {key.Ticket} is not in the dump");
        }
    }

    private void Refuse(RowKey key, DumpRow dumped)
    {
        if (key.Part is not RowPart.LogHead)
        {
            new SourceRow(dumped, key.Id, report).Skip("another row with this id came before it");
        }
    }
}
