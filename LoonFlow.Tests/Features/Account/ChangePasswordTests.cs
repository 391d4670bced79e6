using System.Net;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Features.Account;

public sealed class ChangePasswordTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Chosen = "three loons on a lake";

    [Fact]
    public async Task The_new_password_counts_from_then_on()
    {
        var person = await site.NewPersonAsync();
        var visitor = await SignedInAsync(person.UserName!);

        var answer = await visitor.ChangePasswordAsync(TestSite.Password, Chosen);

        Assert.Equal("/account/password?returnUrl=%2F&changed=true", SignInTests.LocationOf(answer));
        Assert.True(await visitor.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().SignInAsync(person.UserName)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().SignInAsync(person.UserName, Chosen)).StatusCode);
    }

    [Fact]
    public async Task All_other_sign_ins_of_the_person_end_within_a_minute()
    {
        var person = await site.NewPersonAsync();
        var elsewhere = await SignedInAsync(person.UserName!);
        var here = await SignedInAsync(person.UserName!);

        await here.ChangePasswordAsync(TestSite.Password, Chosen);
        site.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.True(await here.IsSignedInAsync());
    }

    [Theory]
    [InlineData("seven77", "Use at least 8 characters.")]
    [InlineData("Password123", "among the first")]
    [InlineData("88888888", "among the first")]
    [InlineData("", "Enter a new password.")]
    [InlineData(TestSite.Password, "differs from the current one")]
    public async Task A_poor_choice_is_turned_down_with_the_reason(string chosen, string reason)
    {
        var person = await site.NewPersonAsync();
        var visitor = await SignedInAsync(person.UserName!);

        var html = await SignInTests.HtmlOf(await visitor.ChangePasswordAsync(TestSite.Password, chosen));

        Assert.Contains(reason, html, StringComparison.Ordinal);
        Assert.Equal(person.PasswordHash, (await site.ReadAsync(person)).PasswordHash);
    }

    [Fact]
    public async Task The_user_name_is_no_password()
    {
        var person = await site.NewPersonAsync();
        var visitor = await SignedInAsync(person.UserName!);

        var html = await SignInTests.HtmlOf(await visitor.ChangePasswordAsync(TestSite.Password, person.UserName!.ToUpperInvariant()));

        Assert.Contains("among the first", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_different_new_passwords_are_turned_down()
    {
        var person = await site.NewPersonAsync();
        var visitor = await SignedInAsync(person.UserName!);

        var html = await SignInTests.HtmlOf(await visitor.ChangePasswordAsync(TestSite.Password, Chosen, "something else"));

        Assert.Contains("The two new passwords differ.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_finds_an_open_screen_may_not_guess_for_long()
    {
        var person = await site.NewPersonAsync();
        var visitor = await SignedInAsync(person.UserName!);
        var html = string.Empty;

        for (var guess = 1; guess <= 5; guess++)
        {
            html = await SignInTests.HtmlOf(await visitor.ChangePasswordAsync($"guess number {guess}", Chosen));
        }

        Assert.Contains("You can try again at", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_must_be_changed_opens_nothing_but_its_change()
    {
        var person = await site.NewPersonAsync(account => account.MustChangePassword = true);
        var visitor = site.Visitor();

        var signIn = await visitor.SignInAsync(person.UserName, returnUrl: "/inbox?view=all");
        var page = await visitor.GetAsync("/tickets/7");
        var program = await visitor.AskAsync("/inbox");
        var why = await SignInTests.HtmlOf(await visitor.GetAsync("/account/password"));

        Assert.Equal("/account/password?returnUrl=%2Finbox%3Fview%3Dall", SignInTests.LocationOf(signIn));
        Assert.Equal("/account/password?returnUrl=%2Ftickets%2F7", SignInTests.LocationOf(page));
        Assert.Equal(HttpStatusCode.Forbidden, program);
        Assert.Contains("Somebody else knows the password", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_demanded_change_everything_is_open()
    {
        var person = await site.NewPersonAsync(account => account.MustChangePassword = true);
        var visitor = site.Visitor();
        await visitor.SignInAsync(person.UserName);

        var answer = await visitor.ChangePasswordAsync(TestSite.Password, Chosen);

        Assert.Equal("/", SignInTests.LocationOf(answer));
        Assert.True(await visitor.IsSignedInAsync());
        Assert.False((await site.ReadAsync(person)).MustChangePassword);
    }

    [Fact]
    public async Task A_change_demanded_later_is_met_within_a_minute()
    {
        var person = await site.NewPersonAsync();
        var visitor = await SignedInAsync(person.UserName!);

        await site.ChangeAsync(person, account => account.MustChangePassword = true);
        site.Clock.Advance(TimeSpan.FromSeconds(61));

        // The cookie is looked at again with this request, and says so from the next one on.
        await visitor.GetAsync("/inbox");
        Assert.Equal("/account/password?returnUrl=%2Finbox", SignInTests.LocationOf(await visitor.GetAsync("/inbox")));
    }

    private async Task<Visitor> SignedInAsync(string userName)
    {
        var visitor = site.Visitor();
        await visitor.SignInAsync(userName);

        return visitor;
    }
}
