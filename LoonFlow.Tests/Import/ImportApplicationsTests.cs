using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Import;

public sealed class ImportApplicationsTests : IAsyncLifetime
{
    private const string Columns = "INSERT INTO account_apptoken (id, app_name, token, workflow_ids, ticket_sn_prefix, is_deleted) VALUES ";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Callers_keep_their_ids_tokens_workflows_and_prefixes_and_sign_as_before()
    {
        await _app.ImportAsync(SmallDump.Everything + Columns + "(4, 'oa', '8cd585da-3cc6-11e8-9946-784f437daad6', '1,1', 'oa', 0), (5, 'gone', 't', '1', '', 1);");

        await using var db = await _app.DbAsync();
        var row = await db.Applications.SingleAsync();
        Assert.Equal((new ApplicationId(4), "oa", "oa", ApiGrant.Run), (row.Id, row.Name, row.Content.SerialPrefix, row.Content.Grants));
        Assert.Equal([new WorkflowId(1)], row.Content.Workflows);
        Assert.True(row.Content.Schemes.HasFlag(ApiSchemes.Md5));
        var secret = await db.ApplicationSecrets.SingleAsync();
        Assert.Equal("8cd585da-3cc6-11e8-9946-784f437daad6", _app.Get<ApplicationSecrets>().Reveal(secret));
        Assert.DoesNotContain("8cd585da", secret.Protected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_taken_as_it_stands_is_listed()
    {
        var report = await _app.ImportAsync(SmallDump.Everything + Columns
            + "(1, 'loonflow', 'a', '1', 'x', 0), (2, 'oa', 'b', '1,9', 'o.a', 0), (3, 'OA', 'c', '1', '', 0), (4, '', 'd', '1', '', 0), (5, 'ops', '', '', '', 0);");

        Assert.Equal(
            [
                "1: “loonflow” stands for people who are signed in, not for an application",
                "2: its workflow “9” is unknown or deleted",
                "2: its serial prefix “o.a” has other characters than letters, digits, hyphens and underscores",
                "3: an application with the name “OA” is here already",
                "4: it has no name",
                "5: it has no token",
                "all: in loonflow every application could change every workflow",
            ],
            report.Reasons(SourceTable.Applications));
    }

    [Fact]
    public async Task Applications_of_the_first_version_may_use_every_workflow()
    {
        await _app.ImportAsync(SmallDump.Everything + "INSERT INTO account_apptoken (id, app_name, token, is_deleted) VALUES (1, 'ops', 'a', 0);");

        await using var db = await _app.DbAsync();
        Assert.Null((await db.Applications.SingleAsync()).Content.Workflows);
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        var dump = SmallDump.Everything + Columns + "(4, 'oa', 'token', '1', 'oa', 0);";
        await _app.ImportAsync(dump);
        var before = await _app.ContentsAsync();

        var again = await _app.ImportAsync(dump);

        Assert.Equal(before, await _app.ContentsAsync());
        Assert.Equal(1, again[SourceTable.Applications, RowOutcome.Unchanged]);
        Assert.Empty(again.Problems);
    }
}
