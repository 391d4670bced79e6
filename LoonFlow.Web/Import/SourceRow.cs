using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LoonFlow.Web.Import.MySqlDumps;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import;

/// <summary>One row of the dump, read leniently: what cannot be taken as it stands is listed in the report with what was done.</summary>
internal sealed class SourceRow(DumpRow row, long id, ImportReport report) : LoonflowRecord
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

    protected override string Unnamed => $"#{id}";

    public override bool Has(string member) => row.Has(member);

    /// <summary>A text as it stands, however long, blanks included.</summary>
    public string Whole(string column) => SourceText.Clean(row[column].Text ?? string.Empty);

    public void Count(RowOutcome outcome) => report.Count(Table, outcome);

    public override void Note(string member, string reason, string done) => Note(reason, done);

    public override void Remark(string reason, string done) => Note(reason, done);

    /// <summary>Lists something about a row that is imported all the same.</summary>
    public void Note(string reason, string done) => report.List(Table, id.ToString(CultureInfo.InvariantCulture), reason, done);

    /// <summary>Lists why the row is not imported.</summary>
    public void Skip(string reason)
    {
        Count(RowOutcome.Skipped);
        Note(reason, "it was left out");
    }

    protected override string? Written(string member) => row[member].Text;
}
