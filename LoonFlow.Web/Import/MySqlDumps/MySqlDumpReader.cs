namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>
/// Reads the rows of a MySQL dump (mysqldump, Sequel Pro, phpMyAdmin; plain, gzip or UTF-16) as they pass by.
/// Memory is bounded by the longest row allowed and the definitions of the tables. What cannot be read is reported, and reading goes on behind it.
/// </summary>
internal sealed class MySqlDumpReader
{
    public const int LongestRow = 16 * 1024 * 1024;

    private const string StatementEnd = ";";

    private static readonly HashSet<string> Unwanted =
    [
        "ALTER", "ANALYZE", "BEGIN", "CALL", "CHANGE", "CHECK", "COMMIT", "DELETE", "DO", "DROP", "FLUSH", "GRANT", "LOCK", "OPTIMIZE",
        "RENAME", "RESET", "REVOKE", "ROLLBACK", "SELECT", "SET", "SHOW", "START", "TRUNCATE", "UNLOCK", "UPDATE", "USE", "WITH",
    ];

    private readonly DumpCursor _cursor;
    private readonly DumpTables _tables;
    private readonly DumpRows _rows;

    public MySqlDumpReader(Stream stream, Action<DumpProblem> report, int longestRow = LongestRow)
    {
        _cursor = new DumpCursor(stream, report);
        _tables = new DumpTables(_cursor);
        _rows = new DumpRows(_cursor, longestRow);
    }

    public int BufferCapacity => _cursor.Tokens.Capacity;

    public IEnumerable<DumpRow> ReadRows()
    {
        if (!_cursor.Bytes.LooksLikeText)
        {
            _cursor.Report(_cursor.Bytes.Line, "This is not a MySQL dump: it holds binary data.");
            yield break;
        }

        while (FindRows())
        {
            while (_rows.TryReadRow(out var row))
            {
                if (row is not null)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Past everything up to the first row of the next INSERT.</summary>
    private bool FindRows()
    {
        while (!IsOver())
        {
            _cursor.Table = null;
            var line = _cursor.Bytes.Line;

            if (_cursor.Tokens.TakeIf(';'))
            {
                continue;
            }

            switch (_cursor.Tokens.ReadWord())
            {
                case "INSERT" or "REPLACE":
                    if (ReadInsert(line))
                    {
                        return true;
                    }

                    break;
                case "CREATE":
                    _tables.ReadCreate(line);
                    break;
                case "DELIMITER":
                    SkipDelimited(line);
                    break;
                case var word when Unwanted.Contains(word):
                    _cursor.SkipStatement(line);
                    break;
                case var word:
                    _cursor.GiveUpStatement(line, word.Length == 0 ? "No statement begins here." : $"Unknown statement {word}.");
                    break;
            }
        }

        return false;
    }

    private bool IsOver()
    {
        if (_cursor.Tokens.PeekCharacter() != '\0' || _cursor.Bytes.Peek() != DumpBytes.End)
        {
            return false;
        }

        _cursor.Table = null;

        if (_cursor.Bytes.Damage is { } damage)
        {
            _cursor.Report(_cursor.Bytes.Line, damage);
        }
        else if (_cursor.Gaps.LacksSignOff)
        {
            _cursor.Report(_cursor.Bytes.Line, "The dump is cut off: its closing line is missing.");
        }

        return true;
    }

    private bool ReadInsert(long line)
    {
        if (_tables.ReadName() is not { } table)
        {
            return _cursor.GiveUpStatement(line, "An INSERT without a table name.");
        }

        _cursor.Table = table;
        var columns = _tables.ColumnsOf(table);

        if (_cursor.Tokens.PeekCharacter() == '(' && !_tables.TryReadColumnList(out columns))
        {
            return _cursor.GiveUpStatement(line, "The column list cannot be read.");
        }

        if (_cursor.Tokens.ReadWord() is not ("VALUES" or "VALUE") || _cursor.Tokens.PeekCharacter() != '(')
        {
            return _cursor.GiveUpStatement(line, "An INSERT without VALUES.");
        }

        if (columns.Length == 0)
        {
            _cursor.Report(line, "The columns are unknown: the INSERT names none, and no CREATE TABLE came before.");
            _cursor.SkipStatement(line);
            return false;
        }

        _rows.Start(table, columns);

        return true;
    }

    /// <summary>Past procedures and triggers, whose own semicolons do not end them.</summary>
    private void SkipDelimited(long line)
    {
        var isOrdinary = _cursor.Gaps.SkipLine() == StatementEnd;

        while (!isOrdinary)
        {
            if (_cursor.Bytes.Take() == DumpBytes.End)
            {
                _cursor.Report(line, "The dump is cut off inside a DELIMITER block.");
                return;
            }

            isOrdinary = _cursor.Gaps.SkipLine().Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var word, StatementEnd]
                && word.Equals("DELIMITER", StringComparison.OrdinalIgnoreCase);
        }
    }
}
