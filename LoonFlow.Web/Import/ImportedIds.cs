using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Import;

/// <summary>Which id each row of the dump has here: the one it had there whenever that is free, and the same one at every import.</summary>
internal sealed class ImportedIds
{
    private readonly Dictionary<(string Table, long Source), ImportedRow> _known;
    private readonly Dictionary<(string Table, long Source), long> _proposed = [];
    private readonly Dictionary<(string Table, long Source), long> _accepted = [];
    private readonly HashSet<(string Table, long Target)> _gone = [];
    private readonly List<ImportedRow> _new = [];

    private ImportedIds(Dictionary<(string, long), ImportedRow> known) => _known = known;

    /// <summary>What this import adds.</summary>
    public IReadOnlyList<ImportedRow> New => _new;

    public static async Task<ImportedIds> LoadAsync(LoonFlowDb db, CancellationToken ct) => new(
        (await db.ImportedRows.AsNoTracking().Where(row => SourceTable.Imported.Contains(row.Table)).ToListAsync(ct))
            .ToDictionary(row => (row.Table, row.SourceId)));

    /// <summary>Chooses ids for the rows that are not here yet.</summary>
    /// <param name="rows">All rows that take ids of one sequence.</param>
    /// <param name="sequence">The sequence.</param>
    /// <param name="taken">For each table, the ids that are in use here.</param>
    /// <param name="sequences">Hands out new ids.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task ProposeAsync(
        IEnumerable<SourceRow> rows, string sequence, IReadOnlyDictionary<string, IReadOnlySet<long>> taken, IdSequences sequences, CancellationToken ct)
    {
        _gone.UnionWith(_known.Values
            .Where(row => taken.TryGetValue(row.Table, out var here) && !here.Contains(row.TargetId))
            .Select(row => (row.Table, row.TargetId)));

        SourceRow[] unknown = [.. rows.Where(row => !_known.ContainsKey((row.Table, row.Id)))];
        var kept = await sequences.KeepAsync(sequence, [.. unknown.Select(row => row.Id)], ct);

        foreach (var row in unknown)
        {
            _proposed[(row.Table, row.Id)] = kept.Contains(row.Id) && !taken[row.Table].Contains(row.Id)
                ? row.Id
                : await sequences.NextAsync(sequence, ct);
        }
    }

    /// <summary>Whether an earlier import brought the row; counts it then, and lists that it has changed since.</summary>
    public bool Knows(SourceRow row)
    {
        if (!_known.TryGetValue((row.Table, row.Id), out var known))
        {
            return false;
        }

        row.Count(RowOutcome.Unchanged);

        if (known.Fingerprint != row.Fingerprint)
        {
            row.Note("it has changed in loonflow since it was imported", "it was kept as it is here");
        }

        return true;
    }

    /// <summary>Takes the row in under its new id.</summary>
    public long Accept(SourceRow row) => Accept(row, _proposed[(row.Table, row.Id)]);

    /// <summary>Takes a row in that has no id of its own here.</summary>
    public long Accept(SourceRow row, long target)
    {
        row.Count(RowOutcome.Imported);

        return Remember(row, target);
    }

    /// <summary>Notes that what the row says is here already, under this id.</summary>
    public void Recognise(SourceRow row, long target)
    {
        row.Count(RowOutcome.Unchanged);
        Remember(row, target);
    }

    /// <summary>The id here of a row that was taken in, now or earlier; null as well when it was deleted here since.</summary>
    public long? Find(string table, long source) =>
        _accepted.TryGetValue((table, source), out var accepted) ? accepted
        : _known.TryGetValue((table, source), out var known) && !_gone.Contains((table, known.TargetId)) ? known.TargetId
        : null;

    private long Remember(SourceRow row, long target)
    {
        _accepted[(row.Table, row.Id)] = target;
        _new.Add(new ImportedRow { Table = row.Table, SourceId = row.Id, TargetId = target, Fingerprint = row.Fingerprint });

        return target;
    }
}
