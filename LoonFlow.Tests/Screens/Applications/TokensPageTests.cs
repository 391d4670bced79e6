using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Applications.Tokens;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Applications;

public sealed class TokensPageTests : AppScreenTest
{
    [Fact]
    public async Task Where_there_is_none_the_page_says_what_they_are_for()
    {
        await OpenAsync();

        Assert.Contains("a script or a spreadsheet", Render<TokensPage>().WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_one_is_shown_this_once_and_stands_in_the_list()
    {
        await OpenAsync("?new=true");
        var page = Render<TokensPage>();
        page.WaitForElement("#token-name").Change("Monthly report");
        page.Find("#token-scope-Write").Change(true);
        page.Find("#token-term").Change("0");
        page.WaitForElement("#token-until").Change("2026-03-31");

        await page.PressAsync("form [type=submit]");

        var text = page.WaitForElement("[data-copy-text]").TextContent;
        var kept = Assert.Single(await OwnAsync());
        Assert.Equal(TokenScopes.Read | TokenScopes.Write, kept.Scopes);
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), kept.ExpiresAt);

        await page.PressAsync("[data-cancel]");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        Assert.DoesNotContain(text, page.Markup, StringComparison.Ordinal);
        Assert.Contains("Read, Handle", page.Find(".token").TextContent, StringComparison.Ordinal);
        Assert.Contains("Tokens go on working when you change your password", page.Markup, StringComparison.Ordinal);
        Assert.EndsWith("/account/tokens", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        await OpenAsync("?new=true");
        var page = Render<TokensPage>();
        page.WaitForElement("#token-scope-Read").Change(false);
        page.Find("#token-term").Change("0");

        await page.PressAsync("form [type=submit]");

        page.WaitForElement("#token-name-error");
        page.WaitForElement("#token-scopes-error");
        page.WaitForElement("#token-until-error");
        Assert.Empty(await OwnAsync());
    }

    [Fact]
    public async Task Revoking_is_asked_first_unless_it_is_over()
    {
        await AddAsync("Long", days: 90);
        await AddAsync("Short", days: 1);
        App.Clock.Advance(TimeSpan.FromDays(2));
        await OpenAsync();
        var page = Render<TokensPage>();
        page.WaitForElements(".token", 2);

        await page.PressAsync(".token button");
        page.WaitForAssertion(() => Assert.Equal("Long", Assert.Single(page.FindAll(".token-name span")).TextContent));
        await page.PressAsync(".token button");
        Assert.Contains("Revoke “Long”?", page.WaitForElement("dialog").TextContent, StringComparison.Ordinal);
        Assert.Single(await OwnAsync());
        await page.PressAsync("dialog .lf-button--danger");

        page.WaitForElement(".lf-empty");
        Assert.Empty(await OwnAsync());
    }

    private async Task OpenAsync(string query = "")
    {
        Services.AddSingleton(_ => App.Get<PersonalTokenQueries>());
        await SignInAsync("lin");
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/account/tokens{query}");
    }

    private Task AddAsync(string name, int days)
    {
        var command = new AddPersonalToken(name, TokenScopes.Read, App.Clock.GetUtcNow().AddDays(days));

        return App.AsAsync("lin", (AddPersonalTokenHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));
    }

    private async Task<IReadOnlyList<PersonalTokenView>> OwnAsync() => await App.Get<PersonalTokenQueries>().OwnAsync((await App.PersonAsync("lin")).Id, default);
}
