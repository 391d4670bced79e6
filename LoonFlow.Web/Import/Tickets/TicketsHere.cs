using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Loonflow;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>What is here already of some tickets of the dump: themselves, their parents, and others with their ids and serials.</summary>
internal sealed class TicketsHere
{
    private readonly Dictionary<long, ImportedRow> _imported;
    private readonly HashSet<long> _ids;
    private readonly HashSet<string> _serials;

    private TicketsHere(Dictionary<long, ImportedRow> imported, HashSet<long> ids, HashSet<string> serials)
    {
        _imported = imported;
        _ids = ids;
        _serials = serials;
    }

    public static async Task<TicketsHere> LoadAsync(LoonFlowDb db, IReadOnlyList<TicketPiece> pieces, CancellationToken ct)
    {
        SourceRow[] rows = [.. pieces.Select(piece => piece.Ticket.Record).DistinctBy(row => row.Id)];
        long[] sources = [.. rows.Select(row => row.Id).Concat(rows.Select(ParentOf)).Where(id => id > 0).Distinct()];
        TicketId[] ids = [.. sources.Select(id => new TicketId(id))];
        string[] serials = [.. rows.SelectMany(row => (string[])[Written(row), Substitute(row)])];
        var imported = await db.ImportedRows.Where(row => row.Table == SourceTable.Tickets && sources.Contains(row.SourceId)).ToDictionaryAsync(row => row.SourceId, ct);
        var taken = await db.Tickets.IgnoreQueryFilters()
            .Where(ticket => ids.Contains(ticket.Id) || serials.Contains(ticket.Serial))
            .Select(ticket => new { ticket.Id, ticket.Serial })
            .ToListAsync(ct);

        return new TicketsHere(imported, [.. taken.Select(ticket => ticket.Id.Value)], new(taken.Select(ticket => ticket.Serial), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>What is noted about a ticket of the dump that an import brought; null when none did.</summary>
    public ImportedRow? Imported(long source) => _imported.GetValueOrDefault(source);

    public ImportedRow Add(ImportedRow row)
    {
        _imported[row.SourceId] = row;

        return row;
    }

    /// <summary>Takes an id; false when it is taken.</summary>
    public bool Take(long id) => _ids.Add(id);

    /// <summary>The serial that it had, or one made of it where that is taken: loonflow could give one out twice (spec B.4).</summary>
    public string Serial(SourceRow row, TicketId id)
    {
        var written = Written(row);

        if (written.Length > 0 && _serials.Add(written))
        {
            return written;
        }

        var substitute = _serials.Add(Substitute(row)) ? Substitute(row) : $"loonflow_{Guid.CreateVersion7():N}";
        row.Note(written.Length == 0 ? "it has no serial" : $"its serial “{written}” is taken", $"ticket {id.Value} has the serial “{substitute}”");

        return substitute;
    }

    /// <summary>Its parent, where that is here or comes under the id that it has in the dump.</summary>
    public ParentLink? Parent(SourceRow row, ImportedWorkflow workflow, TicketSurroundings surroundings)
    {
        var parent = ParentOf(row);

        if (parent == 0)
        {
            return null;
        }

        var state = row.Number("parent_ticket_state_id");
        var target = Imported(parent)?.TargetId;

        if (target is null && parent > row.Id && surroundings.Kept.Includes(parent) && !_ids.Contains(parent))
        {
            target = parent;
            surroundings.NoteForward(row.Id, parent);
        }

        if (target is { } here)
        {
            return new ParentLink(new TicketId(here), workflow.IdOf(state));
        }

        row.Note($"its parent, ticket {parent}, is unknown", "it stands alone");

        return null;
    }

    private static long ParentOf(SourceRow row) => row.Number("parent_ticket_id");

    private static string Written(SourceRow row) => SourceText.Cut(row.Whole("sn").Trim(), Ticket.MaxSerialLength);

    private static string Substitute(SourceRow row) => $"{SourceText.Cut(Written(row) is { Length: > 0 } written ? written : "loonflow", Ticket.MaxSerialLength - 20)}-{row.Id}";
}
