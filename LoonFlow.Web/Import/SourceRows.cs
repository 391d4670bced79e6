using System.Globalization;
using LoonFlow.Web.Import.MySqlDumps;
using LoonFlow.Web.Import.Tickets;

namespace LoonFlow.Web.Import;

/// <summary>
/// The rows of a dump that say how an installation is set up, collected first: a dump has its tables in alphabetical
/// order, so what a row refers to may come after it. They are few; tickets pass by uncollected.
/// </summary>
internal sealed class SourceRows
{
    private readonly Dictionary<string, SortedDictionary<long, SourceRow>> _rows = SourceTable.Collected.ToDictionary(table => table, _ => new SortedDictionary<long, SourceRow>());
    private readonly Dictionary<(string Table, long Id), SourceRow> _deleted = [];
    private readonly ImportReport _report;

    private SourceRows(ImportReport report) => _report = report;

    /// <summary>The rows of a table that were not deleted, by id.</summary>
    public IReadOnlyCollection<SourceRow> this[string table] => _rows[table].Values;

    public bool IsEmpty => _deleted.Count == 0 && _rows.Values.All(rows => rows.Count == 0);

    /// <param name="dump">The dump.</param>
    /// <param name="report">Takes what cannot be read.</param>
    /// <param name="tickets">Takes the rows of tickets.</param>
    /// <param name="passed">Told whenever a row was read.</param>
    public static SourceRows Read(Stream dump, ImportReport report, TicketSpool tickets, Action? passed)
    {
        var source = new SourceRows(report);
        var reader = new MySqlDumpReader(dump, problem => report.List(problem.Table ?? "dump", $"line {problem.Line}", problem.Reason.TrimEnd('.'), "what stands there was left out"));

        foreach (var row in reader.ReadRows())
        {
            if (!tickets.Take(row))
            {
                source.Take(row);
            }

            passed?.Invoke();
        }

        source.CountDeleted(tickets);

        return source;
    }

    public SourceRow? Find(string table, long id) => _rows[table].GetValueOrDefault(id);

    public bool WasDeleted(string table, long id) => _deleted.ContainsKey((table, id));

    /// <summary>A row that was deleted in loonflow: histories may name it.</summary>
    public SourceRow? FindDeleted(string table, long id) => _deleted.GetValueOrDefault((table, id));

    public IEnumerable<SourceRow> Deleted(string table) => _deleted.Where(pair => pair.Key.Table == table).Select(pair => pair.Value);

    private void Take(DumpRow row)
    {
        if (row.Table is SourceTable.LastHandlers)
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
        else if (_deleted.ContainsKey((row.Table, id)) || rows.ContainsKey(id))
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
            _deleted.Add((row.Table, row.Id), row);
        }
        else
        {
            rows.Add(row.Id, row);
        }
    }

    /// <summary>A workflow that was deleted over the tickets it had is wanted for them; all else that was deleted is left there.</summary>
    private void CountDeleted(TicketSpool tickets)
    {
        foreach (var workflow in Deleted(SourceTable.Workflows).Where(workflow => tickets.Workflows.ContainsKey(workflow.Id)).ToArray())
        {
            _deleted.Remove((workflow.Table, workflow.Id));
            _rows[workflow.Table].Add(workflow.Id, workflow);
        }

        foreach (var row in _deleted.Values)
        {
            row.Count(RowOutcome.Deleted);
        }
    }

    private void Refuse(DumpRow row, string name, string reason)
    {
        _report.List(row.Table, name, reason, "it was left out");
        _report.Count(row.Table, RowOutcome.Skipped);
    }
}
