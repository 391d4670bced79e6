using LoonFlow.Domain.Notifications;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Import;

namespace LoonFlow.Tests.Import;

public sealed class ImportNoticesTests : IAsyncLifetime
{
    private const string Columns = "INSERT INTO workflow_customnotice (id, name, description, script, title_template, content_template, is_deleted) VALUES ";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_words_of_a_notice_become_the_workflows_and_its_script_is_listed()
    {
        var report = await _app.ImportAsync(Dump("1") + Columns + "(1, 'Mail', '', 'notice_script/0a1b.py', '你有一个待办工单:{title}', '{sum} {sn} {participant}', 0);");

        var notices = (await _app.ImportedDocumentAsync()).Notices;
        Assert.Equal([NoticeEvent.Returned, NoticeEvent.Arrival], notices.Templates.Select(template => template.Event).Order());
        Assert.All(notices.Templates, template => Assert.Equal(("你有一个待办工单:{title}", "{sum} {sn} {participant_info.participant_name}"), (template.Title.Text, template.Content.Text)));
        Assert.Equal(["1: its script “0a1b.py” said where notices went"], report.Reasons(SourceTable.Notices));
        Assert.Equal(1, report[SourceTable.Notices, RowOutcome.Imported]);
    }

    [Fact]
    public async Task What_does_not_fit_is_listed()
    {
        var report = await _app.ImportAsync(Dump("2,1,9") + Columns + "(1, 'Mail', '', '', 'Other', 'words', 0), (2, 'Chat', '', '', '{nothing}', '', 0), (3, 'Idle', '', '', 'x', 'y', 0);");

        Assert.Equal("{nothing}", (await _app.ImportedDocumentAsync()).Notices.Templates[0].Title.Text);
        Assert.Equal(["1: its notice 9 is unknown or deleted"], report.Reasons(SourceTable.Workflows));
        Assert.Equal(
            ["1: workflow 1 tells the same in other words already", "2: title_template has a place for “nothing”, which is no field", "3: no workflow uses it"],
            report.Reasons(SourceTable.Notices).Order(StringComparer.Ordinal));
        Assert.Equal(["Loan"], report.Published);
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        var dump = Dump("1") + Columns + "(1, 'Mail', '', 'notice_script/0a1b.py', 'a', 'b', 0);";
        await _app.ImportAsync(dump);
        var before = await _app.ContentsAsync();

        var again = await _app.ImportAsync(dump);

        Assert.Equal(before, await _app.ContentsAsync());
        Assert.Equal(1, again[SourceTable.Notices, RowOutcome.Unchanged]);
        Assert.Empty(again.Problems);
    }

    private static string Dump(string notices) => SmallDump.People
        + $"INSERT INTO workflow_workflow (id, name, description, notices, is_deleted, view_permission_check) VALUES (1, 'Loan', '', '{notices}', 0, 1);\n"
        + SmallDump.Fields + SmallDump.States + SmallDump.Transitions;
}
