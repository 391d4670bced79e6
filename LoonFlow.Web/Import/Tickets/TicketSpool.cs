using System.Globalization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Import.MySqlDumps;
using LoonFlow.Web.Import.Sorting;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>The rows of tickets on their way from the dump, where their tables follow one another, to the ticket that they belong to.</summary>
internal sealed class TicketSpool(RowSorter sorter, ImportReport report) : IDisposable
{
    private readonly RowCodec _codec = new();
    private readonly Dictionary<long, int> _workflows = [];

    /// <summary>How many tickets there are of each workflow, by its id in the dump.</summary>
    public IReadOnlyDictionary<long, int> Workflows => _workflows;

    public int TicketCount { get; private set; }

    public bool IsEmpty => sorter.IsEmpty;

    /// <summary>Of the ids that may be kept.</summary>
    public long LargestId { get; private set; }

    /// <summary>The highest number of each day's serials.</summary>
    public SerialDays Serials { get; } = new();

    /// <summary>Takes a row in; false when it is not of a ticket.</summary>
    public bool Take(DumpRow row)
    {
        var part = row.Table switch
        {
            SourceTable.Tickets => RowPart.Record,
            SourceTable.Values => RowPart.Value,
            SourceTable.Relations => RowPart.Relation,
            SourceTable.Logs => RowPart.Log,
            _ => (RowPart?)null,
        };

        if (part is not { } known)
        {
            return false;
        }

        if (Id(row, "id") is { } id && (known is RowPart.Record ? id : Id(row, "ticket_id")) is { } ticket)
        {
            Take(row, new RowKey(ticket, known, id));
        }

        return true;
    }

    /// <summary>The rows of one ticket after the other, in the order of their parts.</summary>
    public IEnumerable<(RowKey Key, DumpRow Row, ReadOnlyMemory<byte> Values)> Sorted() =>
        sorter.Sorted().Select(sorted => (sorted.Key, _codec.Read(sorted.Bytes.Span), sorted.Bytes[RowCodec.ValuesStart..]));

    public void Dispose() => sorter.Dispose();

    private void Take(DumpRow row, RowKey key)
    {
        if (key.Part is RowPart.Record)
        {
            TicketCount++;
            LargestId = key.Id <= IdSequences.LargestKept ? Math.Max(LargestId, key.Id) : LargestId;
            Serials.Note(row["sn"].Text);
            var workflow = long.TryParse(row["workflow_id"].Text, CultureInfo.InvariantCulture, out var number) ? number : 0;
            _workflows[workflow] = _workflows.GetValueOrDefault(workflow) + 1;
        }
        else if (row["is_deleted"].Text is { } deleted && deleted != "0" && deleted.Length > 0)
        {
            report.Count(row.Table, RowOutcome.Deleted);
            return;
        }

        sorter.Add(key, _codec.Write(row));

        if (key.Part is RowPart.Log)
        {
            sorter.Add(key with { Part = RowPart.LogHead }, _codec.Write(LogHead.Cut(row)));
        }
    }

    private long? Id(DumpRow row, string column)
    {
        if (long.TryParse(row[column].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0)
        {
            return id;
        }

        report.List(row.Table, string.Create(CultureInfo.InvariantCulture, $"line {row.Line}"), $"its {column} “{row[column]}” is not a positive whole number", "it was left out");
        report.Count(row.Table, RowOutcome.Skipped);

        return null;
    }
}
