namespace LoonFlow.Web.Import.MySqlDumps;

internal sealed class DumpRow(string table, long line, IReadOnlyList<string> columns, IReadOnlyList<DumpValue> values)
{
    public string Table => table;

    public long Line => line;

    public IReadOnlyList<string> Columns => columns;

    public IReadOnlyList<DumpValue> Values => values;

    /// <summary>The value of the column; null as well when this dump's table has no such column.</summary>
    public DumpValue this[string column] => IndexOf(column) is >= 0 and var index ? values[index] : DumpValue.Null;

    public bool Has(string column) => IndexOf(column) >= 0;

    private int IndexOf(string column)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (string.Equals(columns[index], column, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
