using System.Globalization;

namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>Reads the rows behind VALUES.</summary>
internal sealed class DumpRows(DumpCursor cursor, int longestRow)
{
    private string _table = "";
    private string[] _columns = [];
    private bool _hasMore;

    public void Start(string table, string[] columns)
    {
        _table = table;
        _columns = columns;
        _hasMore = true;
    }

    /// <summary>False when the INSERT is over; no row for one that was broken and reported.</summary>
    public bool TryReadRow(out DumpRow? row)
    {
        row = null;

        if (!_hasMore)
        {
            return false;
        }

        cursor.Gaps.Skip();
        var line = cursor.Bytes.Line;
        _hasMore = cursor.Tokens.TakeIf('(') || cursor.GiveUpStatement(line, "A row was expected here.");

        if (!_hasMore || !TryReadValues(line, out var values))
        {
            _hasMore = false;
            return true;
        }

        row = values is null ? null : new DumpRow(_table, line, _columns, values);
        _hasMore = cursor.Tokens.TakeIf(',') || EndInsert(line);

        return true;
    }

    /// <summary>False when the row is so broken that its end cannot be told, and the statement was given up.</summary>
    private bool TryReadValues(long line, out DumpValue[]? values)
    {
        var read = new List<DumpValue>(_columns.Length);
        var room = longestRow;
        values = null;

        do
        {
            if (cursor.Tokens.ReadValue(room) is { } value)
            {
                read.Add(value);
                ReportInvalidText(line, read.Count - 1);
            }
            else if (cursor.Bytes.Peek() == DumpBytes.End)
            {
                cursor.Report(line, "The dump is cut off inside a row.");
                return false;
            }
            else
            {
                cursor.Report(line, $"{ColumnName(read.Count)} holds something that is not a literal.");
                cursor.Gaps.SkipTo(")");
                return cursor.Tokens.TakeIf(')') || cursor.GiveUpStatement(line, "The row has no end.");
            }

            if (cursor.Tokens.WasTooLong)
            {
                cursor.Report(line, string.Create(CultureInfo.InvariantCulture, $"The row is longer than {longestRow} bytes."));
                cursor.Gaps.SkipTo(")");
                return cursor.Tokens.TakeIf(')') || cursor.GiveUpStatement(line, "The row has no end.");
            }

            room -= cursor.Tokens.LastLength;
        }
        while (cursor.Tokens.TakeIf(',') && read.Count <= DumpTables.MostColumns);

        if (!cursor.Tokens.TakeIf(')'))
        {
            return cursor.GiveUpStatement(line, $"Something unexpected follows the value of {ColumnName(read.Count - 1)}.");
        }

        if (read.Count != _columns.Length)
        {
            cursor.Report(line, string.Create(CultureInfo.InvariantCulture, $"The row has {read.Count} values for {_columns.Length} columns."));
            return true;
        }

        values = [.. read];

        return true;
    }

    private void ReportInvalidText(long line, int column)
    {
        if (cursor.Tokens.HadInvalidText)
        {
            cursor.Report(line, $"{ColumnName(column)} holds bytes that are not UTF-8; they became replacement characters.");
        }
    }

    private string ColumnName(int index) => index < _columns.Length ? _columns[index] : "A surplus value";

    /// <summary>Always false: the INSERT is over.</summary>
    private bool EndInsert(long line)
    {
        if (cursor.Tokens.TakeIf(';'))
        {
            return false;
        }

        // `AS new ON DUPLICATE KEY UPDATE …` is no reason to lose the rows that follow in other statements.
        if (cursor.Tokens.ReadWord() is "AS" or "ON")
        {
            cursor.SkipStatement(line);
            return false;
        }

        return cursor.GiveUpStatement(line, "Something unexpected follows the row.");
    }
}
