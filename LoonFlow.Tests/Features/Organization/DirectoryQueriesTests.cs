using LoonFlow.Domain.Organization;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Settings;

namespace LoonFlow.Tests.Features.Organization;

public sealed class DirectoryQueriesTests : DirectoryTest
{
    [Theory]
    [InlineData("lin", "lin")]
    [InlineData("Wu Shan", "wu")]
    [InlineData("吴", "wu")]
    [InlineData("%", null)]
    public async Task People_are_found_by_user_name_and_by_name(string text, string? userName)
    {
        var page = (await Directory.UsersAsync(await App.PersonAsync("anqi"), new DirectorySearch(text, 1, 10), default)).Value;

        Assert.Equal(userName, page.Entries.SingleOrDefault()?.Item.UserName);
    }

    [Fact]
    public async Task Beyond_the_end_stands_the_last_page()
    {
        var administrator = await App.PersonAsync("anqi");

        var second = (await Directory.UsersAsync(administrator, new DirectorySearch(null, 2, 20), default)).Value;
        var beyond = (await Directory.UsersAsync(administrator, new DirectorySearch(null, int.MaxValue, 20), default)).Value;

        Assert.Equal(21, beyond.Total);
        Assert.Equal(second.Entries.Select(entry => entry.Item.Id), beyond.Entries.Select(entry => entry.Item.Id));
    }

    [Fact]
    public async Task A_list_costs_two_queries_whatever_its_size()
    {
        var administrator = await App.PersonAsync("anqi");
        var role = await RoleAsync("engineers");
        Func<int, Task>[] lists =
        [
            perPage => Directory.UsersAsync(administrator, new DirectorySearch(null, 1, perPage), default),
            perPage => Directory.RolesAsync(administrator, new DirectorySearch(null, 1, perPage), default),
            perPage => Directory.DepartmentsAsync(administrator, new DirectorySearch(null, 1, perPage), default),
            perPage => Directory.RolesOfAsync(administrator, new UserId(administrator.Id.Value), new DirectorySearch(null, 1, perPage), default),
            perPage => Directory.MembersAsync(administrator, role.Id, new DirectorySearch(null, 1, perPage), default),
        ];

        foreach (var list in lists)
        {
            App.Commands.Reset();
            await list(1);
            Assert.Equal(2, App.Commands.Commands);
            await list(1_000);
            Assert.Equal(4, App.Commands.Commands);
        }
    }

    [Fact]
    public async Task Who_made_an_entry_is_told_with_it()
    {
        var id = (await SaveAsync(new SaveRole(null) { Name = "Pilots" })).Value;

        var entry = Assert.Single((await Directory.RolesAsync(await App.PersonAsync("anqi"), new DirectorySearch("pilot", 1, 10), default)).Value.Entries);

        Assert.Equal((id, "anqi", App.Clock.GetUtcNow()), (entry.Item.Id, entry.CreatedBy!.UserName, entry.CreatedAt!.Value));
    }

    [Fact]
    public async Task Roles_of_people_and_people_of_roles_are_told()
    {
        var administrator = await App.PersonAsync("anqi");
        var (role, feng) = (await RoleAsync("VPN administrators"), await PersonAsync("feng"));
        var all = new DirectorySearch(null, 1, 10);

        Assert.Equal(["feng", "jiang"], (await Directory.MembersAsync(administrator, role.Id, all, default)).Value.Entries.Select(entry => entry.Item.UserName));
        Assert.Equal(2, (await Directory.RolesOfAsync(administrator, feng.Id, all, default)).Value.Total);
        Expect.Refused(DirectoryRefusals.RoleNotFound, await Directory.MembersAsync(administrator, new RoleId(999_999), all, default));
        Expect.Refused(DirectoryRefusals.PersonNotFound, await Directory.RolesOfAsync(administrator, new UserId(999_999), all, default));
    }

    [Fact]
    public async Task Others_than_administrators_read_nothing()
    {
        var lin = await App.PersonAsync("lin");

        Expect.Refused(SettingsRefusals.AdministratorsOnly, await Directory.UsersAsync(lin, new DirectorySearch(null, 1, 10), default));
    }

    private DirectoryQueries Directory => App.Get<DirectoryQueries>();
}
