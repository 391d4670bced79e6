using System.Text;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Import;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LoonFlow.Tests.Support;

internal static class TestAppImportExtensions
{
    public static Task<ImportReport> ImportAsync(this TestApp app, string dump, ImportChoices? choices = null) => app.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(dump)), choices);

    public static async Task<ImportReport> ImportAsync(this TestApp app, Stream dump, ImportChoices? choices = null) =>
        await app.Get<DumpImport>().RunAsync(dump, CancellationToken.None, choices) ?? throw new InvalidOperationException("This is no dump of loonflow.");

    /// <summary>The document of the one workflow, published or not.</summary>
    public static async Task<WorkflowDocument> ImportedDocumentAsync(this TestApp app)
    {
        await using var db = await app.DbAsync();

        return await db.WorkflowVersions.Select(version => version.Document).SingleOrDefaultAsync()
            ?? await db.WorkflowDrafts.Select(draft => draft.Document).SingleAsync();
    }

    /// <summary>All rows of all tables, as text.</summary>
    public static async Task<IReadOnlyList<string>> ContentsAsync(this TestApp app)
    {
        await using var db = await app.DbAsync();
        await db.Database.OpenConnectionAsync();
        var contents = new List<string>();

        foreach (var table in await RowsAsync(db, "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1"))
        {
            contents.AddRange((await RowsAsync(db, $"SELECT t::text FROM \"{table}\" t ORDER BY 1")).Select(row => $"{table}: {row}"));
        }

        return contents;
    }

    public static IEnumerable<string> Reasons(this ImportReport report, string table) =>
        report.Problems.Where(problem => problem.Table == table).Select(problem => $"{problem.Row}: {problem.Reason}");

    private static async Task<IReadOnlyList<string>> RowsAsync(LoonFlowDb db, string query)
    {
        await using var command = new NpgsqlCommand(query, (NpgsqlConnection)db.Database.GetDbConnection());
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();

        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
