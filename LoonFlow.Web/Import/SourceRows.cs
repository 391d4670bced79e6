using System.Globalization;
using LoonFlow.Web.Import.MySqlDumps;

namespace LoonFlow.Web.Import;

/// <summary>
/// The rows of a dump that say how an installation is set up, collected first: a dump has its tables in alphabetical
/// order, so what a row refers to may come after it. They are few; tickets pass by uncollected.
/// </summary>
internal sealed class SourceRows
{
    private static readonly string[] Collected = [.. SourceTable.Imported, SourceTable.Scripts];

    private readonly Dictionary<string, SortedDictionary<long, SourceRow>> _rows = Collected.ToDictionary(table => table, _ => new SortedDictionary<long, SourceRow>());
    private readonly HashSet<(string Table, long Id)> _deleted = [];
    private readonly ImportReport _report;

    private SourceRows(ImportReport report) => _report = report;

    /// <summary>The rows of a table that were not deleted, by id.</summary>
    public IReadOnlyCollection<SourceRow> this[string table] => _rows[table].Values;

    public bool IsEmpty => _deleted.Count == 0 && _rows.Values.All(rows => rows.Count == 0);

    public static SourceRows Read(Stream dump, ImportReport report, Action? passed = null)
    {
        var source = new SourceRows(report);
        var reader = new MySqlDumpReader(dump, problem => report.List(problem.Table ?? "dump", $"line {problem.Line}", problem.Reason.TrimEnd('.'), "what stands there was left out"));

        foreach (var row in reader.ReadRows())
        {
            source.Take(row);
            passed?.Invoke();
        }

        return source;
    }

    public SourceRow? Find(string table, long id) => _rows[table].GetValueOrDefault(id);

    public bool WasDeleted(string table, long id) => _deleted.Contains((table, id));

    private void Take(DumpRow row)
    {
        if (SourceTable.IsLater(row.Table))
        {
            _report.CountLater(row.Table);
        }

        if (!_rows.TryGetValue(row.Table, out var rows))
        {
            return;
        }

        if (!long.TryParse(row["id"].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
        {
            Refuse(row, $"line {row.Line}", $"its id “{row["id"]}” is not a positive whole number");
        }
        else if (_deleted.Contains((row.Table, id)) || rows.ContainsKey(id))
        {
            Refuse(row, id.ToString(CultureInfo.InvariantCulture), $"another row with this id came before it (line {row.Line})");
        }
        else
        {
            Take(new SourceRow(row, id, _report), rows);
        }
    }

    private void Take(SourceRow row, SortedDictionary<long, SourceRow> rows)
    {
        if (row.Flag("is_deleted", otherwise: false))
        {
            _deleted.Add((row.Table, row.Id));
            row.Count(RowOutcome.Deleted);
        }
        else
        {
            rows.Add(row.Id, row);
        }
    }

    private void Refuse(DumpRow row, string name, string reason)
    {
        _report.List(row.Table, name, reason, "it was left out");
        _report.Count(row.Table, RowOutcome.Skipped);
    }
}
