using System.Text;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Import;
using LoonFlow.Web.Import.Scripts;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Import;

public sealed class ImportScriptsTests : IAsyncLifetime
{
    private const string Dump = SmallDump.People + """
        INSERT INTO workflow_workflowscript (id, name, saved_name, description, is_active, is_deleted) VALUES
            (1, 'Grant', 'workflow_script/0a1b.py', 'Gives access', 1, 0), (2, 'Off', 'workflow_script/2c3d.py', '', 0, 0),
            (3, 'Lost', 'workflow_script/lost.py', '', 1, 0), (4, 'Deleted', 'workflow_script/4e.py', '', 1, 1);
        """;

    private readonly DirectoryInfo _media = Directory.CreateTempSubdirectory("loonflow-media");
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartEmptyAsync();
        var folder = _media.CreateSubdirectory("workflow_script").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "0a1b.py"), "print(ticket['creator'])\r\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "2c3d.py"), "print(2)");
    }

    public async Task DisposeAsync()
    {
        _media.Delete(recursive: true);
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Scripts_are_found_by_their_stored_names_and_wait_to_be_read()
    {
        var report = await ImportAsync(new MediaFolder(_media.FullName, approves: false));

        var scripts = await ScriptsAsync();
        Assert.Equal(["0a1b.py", "2c3d.py"], scripts.Select(script => script.StoredName));
        Assert.Equal(("Grant", "Gives access", "print(ticket['creator'])\n"), (scripts[0].Name, scripts[0].Description, scripts[0].Content));
        Assert.All(scripts, script => Assert.False(script.IsActive));
        Assert.Contains("3: its file “lost.py” is not in the media folder", report.Reasons(SourceTable.Scripts));
        Assert.Equal((2, 1, 1), (report[SourceTable.Scripts, RowOutcome.Imported], report[SourceTable.Scripts, RowOutcome.Skipped], report[SourceTable.Scripts, RowOutcome.Deleted]));
    }

    [Fact]
    public async Task Approved_ones_are_as_active_as_they_were()
    {
        await ImportAsync(new MediaFolder(_media.FullName, approves: true));

        Assert.Equal([true, false], (await ScriptsAsync()).Select(script => script.IsActive));
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        await ImportAsync(new MediaFolder(_media.FullName, approves: false));

        var again = await ImportAsync(new MediaFolder(_media.FullName, approves: true));

        Assert.Equal(2, again[SourceTable.Scripts, RowOutcome.Unchanged]);
        Assert.All(await ScriptsAsync(), script => Assert.False(script.IsActive));
    }

    [Fact]
    public async Task Without_the_folder_the_report_says_how_to_bring_them()
    {
        var report = await ImportAsync(media: null);

        Assert.Empty(await ScriptsAsync());
        Assert.Contains(ImportReportText.Lines(report), line => line.Contains("--media", StringComparison.Ordinal));
    }

    private async Task<ImportReport> ImportAsync(MediaFolder? media) =>
        (await _app.Get<DumpImport>().RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(Dump)), CancellationToken.None, new ImportChoices { Media = media }))!;

    private async Task<IReadOnlyList<StoredScript>> ScriptsAsync()
    {
        await using var db = await _app.DbAsync();

        return await db.Scripts.AsNoTracking().OrderBy(script => script.StoredName).ToListAsync();
    }
}
