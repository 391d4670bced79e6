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

    /// <param name="report">The report.</param>
    /// <param name="mostShown">Of the problems, so many; 0 where they stand above already.</param>
    /// <param name="file">Where all of them stand; null when nowhere.</param>
    public static IEnumerable<string> Lines(ImportReport report, int mostShown = int.MaxValue, string? file = null) =>
    [
        $"{"table",-24}{"read",8}{string.Concat(Columns.Select(column => $"{column.Heading,15}"))}",
        .. Tables(report).Select(table => $"{table,-24}{Count(report.Read(table)),8}{string.Concat(Columns.Select(column => $"{Count(report[table, column.Outcome]),15}"))}"),
        string.Empty,
        .. Named("Published, ready for tickets", report.Published),
        .. Named("Drafts, to be put right first", report.Drafts),
        .. report.Later.ContainsKey(SourceTable.Scripts) ? [$"Scripts stand outside the dump ({Count(report.Later[SourceTable.Scripts])}): import again with --media and loonflow's media folder."] : Array.Empty<string>(),
        .. Later(report) is [] ? Array.Empty<string>() : [$"Not needed, because the histories say the same: {string.Join(", ", Later(report).Select(table => $"{table.Key} ({Count(table.Value)})"))}."],
        .. Problems(report, mostShown, file),
    ];

    private static KeyValuePair<string, int>[] Later(ImportReport report) => [.. report.Later.Where(table => table.Key != SourceTable.Scripts)];

    private static IEnumerable<string> Named(string heading, IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [SourceText.OneLine($"{heading}: {string.Join(", ", names)}.")];

    private static IEnumerable<string> Tables(ImportReport report) =>
        SourceTable.Collected.Concat(SourceTable.OfTickets).Where(table => SourceTable.Imported.Contains(table) || table is SourceTable.Scripts || report.Read(table) > 0);

    private static IEnumerable<string> Problems(ImportReport report, int mostShown, string? file) => report.ProblemCount == 0
        ? ["Everything was taken as it stands."]
        : mostShown == 0 ? [$"Not taken as it stands: {Count(report.ProblemCount)}, listed above."]
        :
        [
            string.Empty,
            $"Not taken as it stands ({Count(report.ProblemCount)}):",
            .. report.Problems.Take(mostShown).Select(problem => $"  {problem}"),
            .. Math.Min(mostShown, report.Problems.Count) is var shown && shown < report.ProblemCount ? [$"  … and {Count(report.ProblemCount - shown)} more."] : Array.Empty<string>(),
            .. file is null ? Array.Empty<string>() : [$"All of them, by table and id: {file}"],
        ];

    private static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);
}
