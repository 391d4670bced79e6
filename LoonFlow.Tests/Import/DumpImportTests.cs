using System.Text;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data;
using LoonFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Import;

public sealed class DumpImportTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_sound_dump_is_taken_as_it_stands()
    {
        var report = await _app.ImportAsync(SmallDump.Everything);

        Assert.Empty(report.Problems);
        Assert.Equal(["Loan"], report.Published);
    }

    [Fact]
    public async Task The_order_of_the_tables_makes_no_difference()
    {
        var report = await _app.ImportAsync(SmallDump.Transitions + SmallDump.States + SmallDump.Fields + SmallDump.Workflow + SmallDump.People);

        Assert.Empty(report.Problems);
        Assert.Equal(["Loan"], report.Published);
    }

    [Fact]
    public async Task A_second_import_changes_nothing_even_where_the_first_left_something_out()
    {
        var dump = SmallDump.Everything
            + "INSERT INTO account_loonuser (id, username, dept_id, password) VALUES (7, 'gil', 99, '12222222'), (8, 'ANN', 1, ''), (9, '', 1, '');"
            + "INSERT INTO workflow_transition (id, workflow_id, name, source_state_id, destination_state_id) VALUES (9, 1, 'Nowhere', 2, 99);";
        var first = await _app.ImportAsync(dump);
        var before = await _app.ContentsAsync();

        var second = await _app.ImportAsync(dump);

        Assert.Equal(before, await _app.ContentsAsync());
        Assert.All(SourceTable.Imported, table =>
        {
            Assert.Equal(first[table, RowOutcome.Imported], second[table, RowOutcome.Unchanged]);
            Assert.Equal(first[table, RowOutcome.Skipped], second[table, RowOutcome.Skipped]);
            Assert.Equal(0, second[table, RowOutcome.Imported]);
        });
    }

    [Fact]
    public async Task A_row_that_changed_in_loonflow_since_is_listed_and_kept_as_it_is_here()
    {
        await _app.ImportAsync(SmallDump.Everything);

        var report = await _app.ImportAsync(SmallDump.Everything.Replace("'Eve'", "'Eva'", StringComparison.Ordinal));

        Assert.Equal(["3: it has changed in loonflow since it was imported"], report.Reasons(SourceTable.People));
        Assert.Equal("Eve", (await _app.CompanyAsync()).UserNamed("eve")!.Name);
    }

    [Fact]
    public async Task Ids_that_are_taken_here_become_others_and_references_follow()
    {
        await _app.ImportAsync("INSERT INTO account_loondept (id, name, leader) VALUES (1, 'Ours', '');");
        await using (var db = await _app.DbAsync())
        {
            await db.ImportedRows.ExecuteDeleteAsync();
        }

        await _app.ImportAsync(SmallDump.Everything);

        var company = await _app.CompanyAsync();
        var theirs = company.Departments.Single(department => department.Name == "Everything");
        Assert.NotEqual(1, theirs.Id.Value);
        Assert.Equal(theirs.Id, company.UserNamed("ann")!.Department);
    }

    [Fact]
    public async Task Ids_that_are_kept_are_never_handed_out_again()
    {
        await _app.ImportAsync("INSERT INTO account_loonuser (id, username, password) VALUES (2000, 'ann', ''), (99999999999, 'bob', '');");

        var next = await _app.Get<IdSequences>().NextAsync(IdSequences.People, CancellationToken.None);

        var company = await _app.CompanyAsync();
        Assert.Equal(2000, company.UserNamed("ann")!.Id.Value);
        Assert.NotEqual(99999999999, company.UserNamed("bob")!.Id.Value);
        Assert.DoesNotContain(company.Users, user => user.Id.Value >= next && user.Id.Value < next + 50);
    }

    [Fact]
    public async Task Ids_that_another_instance_may_be_about_to_hand_out_are_not_kept()
    {
        var handedOut = await _app.Get<IdSequences>().NextAsync(IdSequences.People, CancellationToken.None);

        await _app.ImportAsync($"INSERT INTO account_loonuser (id, username, password) VALUES ({handedOut + 1}, 'ann', '');");
        var next = await _app.Get<IdSequences>().NextAsync(IdSequences.People, CancellationToken.None);

        Assert.NotEqual(next, (await _app.CompanyAsync()).UserNamed("ann")!.Id.Value);
    }

    [Fact]
    public async Task Deleted_rows_are_counted_and_nothing_else()
    {
        var report = await _app.ImportAsync(
            """
            INSERT INTO account_loonuser (id, username, is_deleted) VALUES (1, 'ann', 1), (2, 'bob', b'1');
            INSERT INTO account_loonrole (id, name, is_deleted) VALUES (1, 'Auditors', 0);
            INSERT INTO account_loonuserrole (id, user_id, role_id, is_deleted) VALUES (1, 1, 1, 0);
            INSERT INTO workflow_workflow (id, name, is_deleted) VALUES (1, 'Loan', 1);
            INSERT INTO workflow_state (id, workflow_id, name, is_deleted) VALUES (1, 1, 'New', 0);
            """);

        Assert.Equal(
            [2, 1, 1, 1],
            new[] { SourceTable.People, SourceTable.Memberships, SourceTable.Workflows, SourceTable.States }.Select(table => report[table, RowOutcome.Deleted]));
        Assert.Empty(report.Problems);
        Assert.Empty((await _app.CompanyAsync()).Users);
    }

    [Fact]
    public async Task Rows_with_unusable_ids_and_unreadable_rows_are_listed_and_the_others_imported()
    {
        var report = await _app.ImportAsync(
            """
            INSERT INTO account_loonrole (id, name) VALUES ('x', 'A'), (0, 'B'), (3, 'C'), (3, 'D'), (4), (5, 'E');
            """);

        Assert.Equal(["C", "E"], (await _app.CompanyAsync()).Roles.Select(role => role.Name).Order());
        Assert.Equal(4, report.Problems.Count);
        Assert.All(report.Problems, problem => Assert.Equal(SourceTable.Roles, problem.Table));
    }

    [Fact]
    public async Task What_is_no_dump_of_loonflow_is_told_apart()
    {
        var report = await _app.Get<DumpImport>().RunAsync(new MemoryStream(Encoding.UTF8.GetBytes("Dear diary,\ntoday nothing happened.\n")), CancellationToken.None);

        Assert.Null(report);
    }
}
