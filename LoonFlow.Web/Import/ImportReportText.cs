using System.Globalization;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import;

/// <summary>An import's report as text for a console.</summary>
internal static class ImportReportText
{
    private static readonly (string Heading, RowOutcome Outcome)[] Columns =
    [
        ("imported", RowOutcome.Imported), ("unchanged", RowOutcome.Unchanged), ("deleted there", RowOutcome.Deleted), ("left out", RowOutcome.Skipped),
    ];

    public static IEnumerable<string> Lines(ImportReport report) =>
    [
        $"{"table",-24}{"read",8}{string.Concat(Columns.Select(column => $"{column.Heading,15}"))}",
        .. SourceTable.Imported.Append(SourceTable.Scripts).Select(table => $"{table,-24}{Count(report.Read(table)),8}{string.Concat(Columns.Select(column => $"{Count(report[table, column.Outcome]),15}"))}"),
        string.Empty,
        .. Named("Published, ready for tickets", report.Published),
        .. Named("Drafts, to be put right first", report.Drafts),
        .. report.Later.ContainsKey(SourceTable.Scripts) ? [$"Scripts stand outside the dump ({Count(report.Later[SourceTable.Scripts])}): import again with --media and loonflow's media folder."] : Array.Empty<string>(),
        .. Later(report) is [] ? Array.Empty<string>() : [$"Not imported yet, because they come in a later version: {string.Join(", ", Later(report).Select(table => $"{table.Key} ({Count(table.Value)})"))}."],
        .. Problems(report.Problems),
    ];

    private static KeyValuePair<string, int>[] Later(ImportReport report) => [.. report.Later.Where(table => table.Key != SourceTable.Scripts)];

    private static IEnumerable<string> Named(string heading, IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [SourceText.OneLine($"{heading}: {string.Join(", ", names)}.")];

    private static IEnumerable<string> Problems(IReadOnlyList<ImportProblem> problems) => problems.Count == 0
        ? ["Everything was taken as it stands."]
        : [string.Empty, $"Not taken as it stands ({Count(problems.Count)}):", .. problems.Select(problem => $"  {problem}")];

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
