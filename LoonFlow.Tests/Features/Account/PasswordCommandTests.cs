using LoonFlow.Tests.Support;
using LoonFlow.Web.Identity;

namespace LoonFlow.Tests.Features.Account;

public sealed class PasswordCommandTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Someone_without_a_usable_password_gets_one_that_must_be_changed()
    {
        var person = await site.NewPersonAsync(account =>
        {
            account.PasswordHash = null;
            account.LockoutEnd = DateTimeOffset.MaxValue;
        });

        Assert.Equal(0, await PasswordCommand.RunAsync(site.Services, person.UserName!));

        var changed = await site.ReadAsync(person);
        Assert.NotNull(changed.PasswordHash);
        Assert.True(changed.MustChangePassword);
        Assert.Null(changed.LockoutEnd);
        Assert.NotEqual(person.SecurityStamp, changed.SecurityStamp);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_unknown_or_inactive_gets_one(bool isKnown)
    {
        var person = await site.NewPersonAsync(account => account.IsActive = false);

        Assert.Equal(1, await PasswordCommand.RunAsync(site.Services, isKnown ? person.UserName! : "nobody"));

        Assert.Equal(person.PasswordHash, (await site.ReadAsync(person)).PasswordHash);
    }
}
