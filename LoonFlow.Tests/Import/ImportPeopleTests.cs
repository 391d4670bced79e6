using LoonFlow.Domain.Organization;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Import;

public sealed class ImportPeopleTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Departments_with_unknown_parents_or_in_loops_stand_at_the_top_and_are_listed()
    {
        var report = await _app.ImportAsync(
            """
            INSERT INTO account_loondept (id, name, parent_dept_id, leader, approver) VALUES
                (1, 'A', 3, '', ''), (2, 'B', 1, '', ''), (3, 'C', 2, '', ''), (4, 'D', 4, '', ''), (5, 'E', 99, '', ''), (6, 'F', 1, '', '');
            """);

        var company = await _app.CompanyAsync();
        Assert.Equal([null, 1, 2, null, null, 1], company.Departments.OrderBy(department => department.Id.Value).Select(department => department.Parent?.Value));
        Assert.Equal(
            ["1: it lies below itself", "4: it lies below itself", "5: its parent department 99 is unknown or deleted"],
            report.Reasons(SourceTable.Departments));
    }

    [Fact]
    public async Task Leaders_and_approvers_who_are_unknown_are_left_out_and_listed()
    {
        var report = await _app.ImportAsync(
            "INSERT INTO account_loondept (id, name, leader, approver) VALUES (7, 'Trading', 'gone', 'BOB, nobody,eve,bob');" + SmallDump.People);

        var department = (await _app.CompanyAsync()).Department(new DepartmentId(7))!;
        Assert.Null(department.Leader);
        Assert.Equal([new UserId(2), new UserId(3)], department.Approvers);
        Assert.Equal(
            ["7: leader names “gone”, who is unknown or deleted", "7: approver names “nobody”, who is unknown or deleted"],
            report.Reasons(SourceTable.Departments));
    }

    [Fact]
    public async Task Who_made_a_row_and_when_comes_along()
    {
        await _app.ImportAsync(SmallDump.People +
            """
            INSERT INTO account_loonrole (id, name, creator, gmt_created, gmt_modified) VALUES
                (7, 'Pilots', 'BOB', '2018-05-01 09:30:00.123456', '2019-06-02 10:00:00'), (8, 'Sailors', 'gone', NULL, '0000-00-00 00:00:00');
            """);

        await using var db = await _app.DbAsync();
        var (pilots, sailors) = (await db.Roles.SingleAsync(role => role.Id == 7), await db.Roles.SingleAsync(role => role.Id == 8));
        Assert.Equal(
            (2, new DateTimeOffset(2018, 5, 1, 1, 30, 0, TimeSpan.Zero), new DateTimeOffset(2019, 6, 2, 2, 0, 0, TimeSpan.Zero)),
            (pilots.CreatedBy, pilots.CreatedAt!.Value.AddTicks(-pilots.CreatedAt.Value.Ticks % TimeSpan.TicksPerSecond), pilots.ChangedAt));
        Assert.Equal((null, null, null), (sailors.CreatedBy, sailors.CreatedAt, sailors.ChangedAt));
    }

    [Fact]
    public async Task Somebody_who_is_here_already_is_kept_as_they_are()
    {
        await _app.ImportAsync(SmallDump.People);
        await using (var db = await _app.DbAsync())
        {
            await db.ImportedRows.ExecuteDeleteAsync();
        }

        var report = await _app.ImportAsync(
            """
            INSERT INTO account_loonuser (id, username, alias, password) VALUES (40, 'ANN', 'Somebody else', 'x');
            INSERT INTO account_loonrole (id, name) VALUES (9, 'Operators');
            INSERT INTO account_loonuserrole (id, user_id, role_id) VALUES (1, 40, 9);
            """);

        var company = await _app.CompanyAsync();
        Assert.Equal(3, company.Users.Count);
        Assert.Equal("Ann", company.UserNamed("ann")!.Name);
        Assert.Equal([new RoleId(9)], company.UserNamed("ann")!.Roles);
        Assert.Equal(["40: somebody with the user name “ANN” is here already"], report.Reasons(SourceTable.People));
    }

    [Fact]
    public async Task The_same_user_name_in_capitals_is_the_same_person()
    {
        var report = await _app.ImportAsync(
            SmallDump.People
            + "INSERT INTO account_loonuser (id, username, password) VALUES (8, 'Ann', '');"
            + "INSERT INTO account_loonuserrole (id, user_id, role_id) VALUES (2, 8, 1);");

        var company = await _app.CompanyAsync();
        Assert.Equal(3, company.Users.Count);
        Assert.Equal([new RoleId(1)], company.UserNamed("ann")!.Roles);
        Assert.Equal(["8: “Ann” is the user name of row 1 as well, because capital letters make no difference"], report.Reasons(SourceTable.People));
    }

    [Fact]
    public async Task The_engine_is_no_person()
    {
        var report = await _app.ImportAsync("INSERT INTO account_loonuser (id, username, password) VALUES (1, 'loonrobot', ''), (2, 'ann', '');");

        Assert.Equal("ann", Assert.Single((await _app.CompanyAsync()).Users).UserName);
        Assert.Equal(1, report[SourceTable.People, RowOutcome.Skipped]);
    }

    [Theory]
    [InlineData(SmallDump.Hash, true)]
    [InlineData("12222222", false)]
    [InlineData("!", false)]
    [InlineData("", false)]
    public async Task Only_hashes_are_kept_and_all_other_passwords_must_be_reset(string password, bool isKept)
    {
        var report = await _app.ImportAsync($"INSERT INTO account_loonuser (id, username, password) VALUES (1, 'ann', '{password}');");

        await using var db = await _app.DbAsync();
        Assert.Equal(isKept ? password : null, (await db.Users.SingleAsync()).PasswordHash);
        Assert.Equal(isKept ? [] : ["it must be reset"], report.Problems.Select(problem => problem.Done));
    }

    [Fact]
    public async Task Broken_values_are_listed_and_the_person_imported_without_them()
    {
        var report = await _app.ImportAsync(
            $"""
            INSERT INTO account_loonuser (id, username, alias, phone, dept_id, is_active, password) VALUES
                (1, 'ann', 'A\0nn', '{new string('1', 40)}', 'third', 1, '{SmallDump.Hash}'),
                (2, 'bob', '', '', 42, 'yes', '{SmallDump.Hash}'),
                (3, '{new string('x', 51)}', '', '', 0, 1, '{SmallDump.Hash}');
            """);

        var company = await _app.CompanyAsync();
        Assert.Equal(["Ann", "bob"], company.Users.Select(user => user.Name).Order());
        Assert.Equal(User.MaxPhoneLength, company.UserNamed("ann")!.Phone.Length);
        Assert.All(company.Users, user => Assert.True(user is { Department: null, IsActive: true }));
        Assert.Equal(
            [
                "3: its user name has 51 characters and may have 50",
                "1: alias holds NUL characters",
                "1: phone has 40 characters and may have 30",
                "1: dept_id “third” is not a number",
                "2: its department 42 is unknown or deleted",
                "2: is_active “yes” is not a number",
            ],
            report.Reasons(SourceTable.People));
    }

    [Fact]
    public async Task Memberships_of_unknown_people_and_roles_are_listed()
    {
        var report = await _app.ImportAsync(
            SmallDump.People + "INSERT INTO account_loonuserrole (id, user_id, role_id) VALUES (2, 99, 1), (3, 1, 99), (4, 3, 1);");

        Assert.Equal(["2: user 99 is unknown", "3: role 99 is unknown", "4: user 3 holds role 1 already"], report.Reasons(SourceTable.Memberships));
        Assert.Equal(1, report[SourceTable.Memberships, RowOutcome.Imported]);
    }
}
