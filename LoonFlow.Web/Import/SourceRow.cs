using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LoonFlow.Web.Import.MySqlDumps;

namespace LoonFlow.Web.Import;

/// <summary>One row of the dump, read leniently: what cannot be taken as it stands is listed in the report with what was done.</summary>
internal sealed class SourceRow(DumpRow row, long id, ImportReport report)
{
    // They change with every sign-in and every press of "save", and say nothing about the row.
    private static readonly string[] Restless = ["last_login", "gmt_modified"];

    public string Table => row.Table;

    public long Id => id;

    /// <summary>A digest of the row's values.</summary>
    public string Fingerprint
    {
        get
        {
            var values = row.Columns.Zip(row.Values)
                .Where(pair => !Restless.Contains(pair.First, StringComparer.OrdinalIgnoreCase))
                .OrderBy(pair => pair.First, StringComparer.OrdinalIgnoreCase)
                .Select(pair => $"{pair.First.ToLowerInvariant()}={pair.Second.Kind}:{pair.Second.Text}");

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values))));
        }
    }

    public bool Has(string column) => row.Has(column);

    public bool IsBlank(string column) => string.IsNullOrWhiteSpace(row[column].Text);

    /// <summary>A text that is stored in so many characters.</summary>
    public string Text(string column, int longest)
    {
        var written = row[column].Text ?? string.Empty;
        var text = SourceText.Clean(written).Trim();

        if (written.Contains('\0', StringComparison.Ordinal))
        {
            Note($"{column} holds NUL characters", "they were left out");
        }

        if (text.Length <= longest)
        {
            return text;
        }

        Note($"{column} has {text.Length} characters and may have {longest}", "it was cut");

        return SourceText.Cut(text, longest);
    }

    /// <summary>A text that people know the row by.</summary>
    public string Name(string column, int longest)
    {
        var name = Text(column, longest);

        if (name.Length > 0)
        {
            return name;
        }

        Note($"{column} is empty", $"it is called #{id}");

        return $"#{id}";
    }

    public long Number(string column, long otherwise = 0)
    {
        if (row[column].IsNull)
        {
            return otherwise;
        }

        if (long.TryParse(row[column].Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Note($"{column} “{row[column]}” is not a number", $"it was taken as {otherwise}");

        return otherwise;
    }

    public int Order(string column) => (int)Math.Clamp(Number(column), int.MinValue, int.MaxValue);

    public bool Flag(string column, bool otherwise) => Number(column, otherwise ? 1 : 0) != 0;

    /// <summary>What a column holds as JSON, when it is of the kind that is expected there; null when it is empty or unreadable.</summary>
    public JsonElement? Json(string column, params JsonValueKind[] expected)
    {
        if (IsBlank(column))
        {
            return null;
        }

        if (SourceJson.TryRead(SourceText.Clean(row[column].Text!), out var json) && expected.Contains(json.ValueKind))
        {
            return json;
        }

        if (json.ValueKind is not JsonValueKind.Null)
        {
            Note($"{column} is not the JSON that belongs there", "it was left out");
        }

        return null;
    }

    /// <summary>Free JSON that callers keep here; loonflow's empty object is nothing.</summary>
    public string Label(string column, int longest) => Text(column, longest) is var label && label is "{}" ? string.Empty : label;

    public void Count(RowOutcome outcome) => report.Count(Table, outcome);

    /// <summary>Lists something about a row that is imported all the same.</summary>
    public void Note(string reason, string done) => report.List(Table, id.ToString(CultureInfo.InvariantCulture), reason, done);

    /// <summary>Lists why the row is not imported.</summary>
    public void Skip(string reason)
    {
        Count(RowOutcome.Skipped);
        Note(reason, "it was left out");
    }
}
