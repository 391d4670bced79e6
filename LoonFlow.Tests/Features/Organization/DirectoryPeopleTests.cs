using LoonFlow.Domain.Organization;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Settings;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Timers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Organization;

public sealed class DirectoryPeopleTests : DirectoryTest
{
    private const string Password = "a heron at the weir";

    [Fact]
    public async Task Somebody_new_is_known_to_every_instance_at_once()
    {
        var elsewhere = new CompanyStore(App.Get<IDbContextFactory<LoonFlow.Web.Data.LoonFlowDb>>());
        await elsewhere.GetAsync(default);
        var sales = (await DepartmentAsync("Sales")).Id;

        var id = (await SaveAsync(new SaveUser(null) { UserName = "nina", Name = "Nina", Email = "nina@spruce.example", Phone = "1", Department = sales, Password = Password })).Value;

        var known = (await elsewhere.GetAsync(default)).User(id)!;
        Assert.Equal(("nina", "Nina", "nina@spruce.example", "1", sales, true, false), (known.UserName, known.Name, known.Email, known.Phone, known.Department, known.IsActive, known.IsAdministrator));
        var account = await AccountAsync("nina");
        Assert.True(account.MustChangePassword);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<UserAccount>().VerifyHashedPassword(account, account.PasswordHash!, Password));
        Assert.Equal((await PersonAsync("anqi")).Id.Value, account.CreatedBy);
        Assert.Equal(App.Clock.GetUtcNow(), account.CreatedAt);
    }

    [Fact]
    public async Task What_is_not_said_stays_as_it_is()
    {
        var before = await PersonAsync("lin");

        Expect.Accepted(await SaveAsync(new SaveUser(before.Id) { Name = "Lin", Department = default(DepartmentId) }));

        var after = await PersonAsync("lin");
        Assert.Equal(before with { Name = "Lin", Department = null, Roles = after.Roles }, after);
        Assert.Equal((await AccountAsync("wu")).CreatedAt, (await AccountAsync("lin")).CreatedAt);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_kept()
    {
        var refusal = (await SaveAsync(new SaveUser(null) { UserName = "LIN", Name = "", Email = "lin", Password = "12345678" })).Refusal!;

        Assert.Equal(["username", "alias", "email", "password"], refusal.Fields.Select(field => field.Key));
        Assert.Equal(21, (await App.CompanyAsync()).Users.Count);
    }

    [Fact]
    public async Task Whoever_leaves_is_signed_out_and_their_work_goes_on()
    {
        var ticket = (await App.SubmitLeaveAsync(days: 2)).Value;
        var wu = await AccountAsync("wu");
        Expect.Accepted(await SaveAsync(new SaveDepartment((await PersonAsync("lin")).Department) { Leader = "sun", Approvers = [] }));

        Expect.Accepted(await RemoveAsync(new UserId(wu.Id)));
        Assert.Equal(1, await App.Get<DepartedPeople>().ReconsiderAsync(default));

        Assert.Equal((await PersonAsync("sun")).Id, Assert.Single((await App.TicketAsync(ticket)).OpenVisits.Single().Participants).Person);
        Assert.NotEqual(wu.SecurityStamp, (await AccountAsync("wu")).SecurityStamp);
        Assert.False((await PersonAsync("wu")).IsActive);
        Assert.Equal(["username"], (await SaveAsync(new SaveUser(null) { UserName = "wu", Name = "Another Wu" })).Refusal!.Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task Of_two_administrators_who_take_each_other_out_at_once_one_stays()
    {
        var (anqi, chen) = (await PersonAsync("anqi"), await PersonAsync("chen"));
        Expect.Accepted(await SaveAsync(new SaveUser(chen.Id) { IsAdministrator = true }));

        var results = await Task.WhenAll(RemoveAsync(chen.Id, by: "anqi"), RemoveAsync(anqi.Id, by: "chen"));

        Expect.Refused(SettingsRefusals.AdministratorsOnly, Assert.Single(results, result => !result.Succeeded));
        Assert.Single((await App.CompanyAsync()).Users, user => user is { IsActive: true, IsAdministrator: true });
    }

    [Fact]
    public async Task Of_two_who_add_the_same_user_name_at_once_one_is_told_that_it_is_taken()
    {
        var command = new SaveUser(null) { UserName = "nina", Name = "Nina" };

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SaveAsync(command)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("directory.user_name_taken", Assert.Single(result.Refusal!.Fields).Code));
    }

    [Fact]
    public async Task A_temporary_password_lets_in_once_and_ends_every_session()
    {
        var lin = await AccountAsync("lin");

        var given = (await ResetAsync(new UserId(lin.Id))).Value;

        var now = await AccountAsync("lin");
        var password = App.Get<TemporaryPasswords>().Open(given);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<UserAccount>().VerifyHashedPassword(now, now.PasswordHash!, password));
        Assert.True(now.MustChangePassword);
        Assert.NotEqual(lin.SecurityStamp, now.SecurityStamp);
        Assert.DoesNotContain(password, given.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_has_left_or_never_was_gets_a_password()
    {
        var lin = await PersonAsync("lin");
        Expect.Accepted(await RemoveAsync(lin.Id));

        Expect.Refused(DirectoryRefusals.PersonLeft, await ResetAsync(lin.Id));
        Expect.Refused(DirectoryRefusals.PersonNotFound, await ResetAsync(new UserId(999_999)));
        Expect.Refused(DirectoryRefusals.PersonNotFound, await RemoveAsync(new UserId(999_999)));
        Expect.Refused(DirectoryRefusals.PersonNotFound, await SaveAsync(new SaveUser(new UserId(999_999)) { Name = "Nobody" }));
    }

    [Fact]
    public async Task Only_administrators_change_the_directory()
    {
        var (lin, role, department) = (await PersonAsync("lin"), await RoleAsync("Buyers"), await DepartmentAsync("Sales"));
        var before = await App.CompanyAsync();

        Expect.Refused(SettingsRefusals.AdministratorsOnly, await SaveAsync(new SaveUser(lin.Id) { IsAdministrator = true }, by: "lin"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await RemoveAsync(lin.Id, by: "wu"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await ResetAsync(lin.Id, by: "wu"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await SaveAsync(new SaveRole(role.Id) { Name = "Kings" }, by: "lin"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await RemoveAsync(role.Id, by: "lin"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await AddAsync(role.Id, lin.Id, by: "lin"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await TakeAsync(role.Id, lin.Id, by: "lin"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await SaveAsync(new SaveDepartment(department.Id) { Leader = "lin" }, by: "lin"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await RemoveAsync(department.Id, by: "lin"));

        Assert.Same(before, await App.CompanyAsync());
    }
}
