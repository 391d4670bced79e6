using LoonFlow.Tests.Support;
using LoonFlow.Web.Import;

namespace LoonFlow.Tests.Import;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private readonly string _file = Path.GetTempFileName();
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync()
    {
        File.Delete(_file);
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData(SmallDump.People, 0)]
    [InlineData(SmallDump.People + "INSERT INTO account_loonuser (id, username) VALUES (9, '');", 0)]
    [InlineData("Dear diary", 1)]
    [InlineData("", 1)]
    public async Task The_exit_code_says_whether_the_file_was_a_dump(string content, int code)
    {
        await File.WriteAllTextAsync(_file, content);

        Assert.Equal(code, await ImportCommand.RunAsync(_app.Get<IServiceProvider>(), _file));
    }

    [Fact]
    public async Task Files_that_are_missing_or_folders_are_refused()
    {
        Assert.Equal(1, await ImportCommand.RunAsync(_app.Get<IServiceProvider>(), _file + ".gone"));
        Assert.Equal(1, await ImportCommand.RunAsync(_app.Get<IServiceProvider>(), Path.GetTempPath()));
    }

    [Fact]
    public void The_report_names_table_row_reason_and_cure_in_one_harmless_line()
    {
        var report = new ImportReport();
        report.Count(SourceTable.People, RowOutcome.Imported);
        report.List(SourceTable.People, "7", "its name is “\e[31mred\n”", "it was left out");
        report.CountLater(SourceTable.LastHandlers);

        var lines = ImportReportText.Lines(report).ToArray();

        Assert.Contains("  account_loonuser 7: its name is “ [31mred ”; it was left out.", lines);
        Assert.Contains("Not needed, because the histories say the same: ticket_ticketstatelastman (1).", lines);
        Assert.All(lines, line => Assert.DoesNotContain(line, char.IsControl));
    }
}
