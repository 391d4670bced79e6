namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>Reads table names, column lists and CREATE TABLE, and remembers the columns for an INSERT that names none.</summary>
internal sealed class DumpTables(DumpCursor cursor)
{
    public const int MostColumns = 4096;

    private readonly Dictionary<string, string[]> _columns = new(StringComparer.OrdinalIgnoreCase);

    public string[] ColumnsOf(string table) => _columns.GetValueOrDefault(table, []);

    /// <summary>Past the words between INSERT or CREATE TABLE and the table's name; null when there is none.</summary>
    public string? ReadName()
    {
        while (!IsAtQuotedName())
        {
            var word = cursor.Tokens.ReadName();

            if (word is null || word.ToUpperInvariant() is not
                ("INTO" or "IGNORE" or "LOW_PRIORITY" or "HIGH_PRIORITY" or "DELAYED" or "IF" or "NOT" or "EXISTS"))
            {
                return word;
            }
        }

        return cursor.Tokens.ReadName();
    }

    public bool TryReadColumnList(out string[] columns)
    {
        var names = new List<string>();
        columns = [];
        cursor.Tokens.TakeIf('(');

        do
        {
            if (names.Count == MostColumns || cursor.Tokens.ReadName() is not { } name)
            {
                return false;
            }

            names.Add(name);
        }
        while (cursor.Tokens.TakeIf(','));

        columns = [.. names];

        return cursor.Tokens.TakeIf(')');
    }

    public void ReadCreate(long line)
    {
        var word = cursor.Tokens.ReadWord();
        word = word == "TEMPORARY" ? cursor.Tokens.ReadWord() : word;

        if (word == "TABLE" && ReadName() is { } table && cursor.Tokens.TakeIf('('))
        {
            cursor.Table = table;
            ReadColumns(table);
        }

        cursor.SkipStatement(line);
    }

    private void ReadColumns(string table)
    {
        var names = new List<string>();

        do
        {
            var isColumn = IsAtQuotedName();

            if (cursor.Tokens.ReadName() is not { } name)
            {
                return;
            }

            if (names.Count < MostColumns && (isColumn || name.ToUpperInvariant() is not
                ("PRIMARY" or "UNIQUE" or "KEY" or "INDEX" or "CONSTRAINT" or "FOREIGN" or "FULLTEXT" or "SPATIAL" or "CHECK")))
            {
                names.Add(name);
            }

            cursor.Gaps.SkipTo(",)");
        }
        while (cursor.Tokens.TakeIf(','));

        cursor.Tokens.TakeIf(')');
        _columns[table] = [.. names];
    }

    private bool IsAtQuotedName() => cursor.Tokens.PeekCharacter() is '`' or '"';
}
