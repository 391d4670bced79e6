using LoonFlow.Tests.Support;
using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Identity;

public sealed class StandingsTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string, Standing> Changes => new()
    {
        { "nothing", Standing.Good },
        { "name", Standing.Good },
        { "administrator", Standing.Outdated },
        { "must change", Standing.Outdated },
        { "left", Standing.Over },
        { "new password", Standing.Over },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_sign_in_stands_until_what_it_says_has_changed(string change, Standing expected)
    {
        var person = await site.NewPersonAsync();
        using var scope = site.Services.CreateScope();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserAccount>>().CreateAsync(person);

        await site.ChangeAsync(person, account =>
        {
            account.Name = change == "name" ? "Another" : account.Name;
            account.IsAdministrator = change == "administrator";
            account.MustChangePassword = change == "must change";
            account.IsActive = change != "left";
            account.SecurityStamp = change == "new password" ? "another" : account.SecurityStamp;
        });

        Assert.Equal(expected, await site.Services.GetRequiredService<Standings>().OfAsync(principal, CancellationToken.None));
    }
}
