using System.Net;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Api;
using LoonFlow.Web.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Features.Account;

public sealed class SignedInTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly TimeSpan LittleMoreThanAMinute = TimeSpan.FromSeconds(61);

    [Fact]
    public void Only_these_are_open_to_everybody()
    {
        // A hook's answer carries its own secret: the token that it was asked with. The description of the API looks itself.
        string[] open =
        [
            "/account/sign-in", "/account/sign-out", "/api/docs", "/api/openapi.json", "/api/v1.0/accounts/login", "/api/v1.0/accounts/logout", "/error", "/hooks/answers/{token}", "/not-found", "/preferences/language", "/preferences/theme",
        ];

        var found = site.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && !IsFile(endpoint) && !IsGuarded(endpoint))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();

        Assert.Equal(open, found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/inbox")]
    [InlineData("/nothing/here")]
    [InlineData("/account/password")]
    public async Task Everybody_else_is_asked_to_sign_in(string path)
    {
        var answer = await site.Visitor().GetAsync(path);

        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", SignInTests.LocationOf(answer));
    }

    [Theory]
    [InlineData("/inbox")]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/files/00000000-0000-0000-0000-000000000000")]
    public async Task Programs_are_told_by_a_status_code(string path) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await site.Visitor().AskAsync(path));

    [Fact]
    public async Task The_look_of_the_sign_in_page_is_served_to_strangers()
    {
        var visitor = site.Visitor();
        var html = await (await visitor.GetAsync("/account/sign-in")).Content.ReadAsStringAsync();
        var files = html.Split('"').Where(text => text.EndsWith(".css", StringComparison.Ordinal) || text.EndsWith(".js", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);

        foreach (var file in files)
        {
            Assert.Equal(HttpStatusCode.OK, await visitor.AskAsync("/" + file));
        }
    }

    [Fact]
    public async Task Whoever_is_deactivated_is_out_within_a_minute()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();
        await visitor.SignInAsync(person.UserName);

        await site.ChangeAsync(person, account => account.IsActive = false);
        site.Clock.Advance(LittleMoreThanAMinute);

        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task A_cookie_that_no_longer_stands_ends_at_the_sign_in_page_at_once()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();
        await visitor.SignInAsync(person.UserName);

        await site.ChangeAsync(person, account => account.IsActive = false);
        var answer = await visitor.GetAsync("/account/sign-in?returnUrl=/inbox");

        Assert.Equal("/account/sign-in?returnUrl=%2Finbox&note=ended", SignInTests.LocationOf(answer));
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task A_sign_in_goes_on_as_long_as_it_is_used()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();
        await visitor.SignInAsync(person.UserName);

        for (var hours = 0; hours < 20; hours += 5)
        {
            site.Clock.Advance(TimeSpan.FromHours(5));
            Assert.True(await visitor.IsSignedInAsync());
        }

        site.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(1));

        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_out_needs_the_token_of_our_own_page()
    {
        var person = await site.NewPersonAsync();
        var visitor = site.Visitor();
        await visitor.SignInAsync(person.UserName);
        var token = await visitor.FormAsync("/account/password");

        var without = await visitor.PostAsync("/account/sign-out", new Dictionary<string, string>());
        var stillIn = await visitor.IsSignedInAsync();
        var with = await visitor.PostAsync("/account/sign-out", token);

        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.True(stillIn);
        Assert.Equal("/account/sign-in?note=signed-out", SignInTests.LocationOf(with));
        Assert.False(await visitor.IsSignedInAsync());
    }

    [Fact]
    public async Task Another_instance_on_the_same_database_knows_the_cookie()
    {
        var person = await site.NewPersonAsync();
        var cookie = (await site.Visitor().SignInAsync(person.UserName)).Headers.GetValues("Set-Cookie").Last().Split(';')[0];
        await using var twin = site.Twin();
        twin.Clock.Advance(site.Clock.GetUtcNow() - twin.Clock.GetUtcNow());
        using var client = twin.CreateDefaultClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);

        using var answer = await client.GetAsync("/inbox");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/nothing/here")]
    [InlineData("/css/app.css")]
    public async Task Every_answer_tells_browsers_what_our_pages_never_do(string path)
    {
        var headers = (await site.Visitor().GetAsync(path)).Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/inbox?view=all#row", true)]
    [InlineData("/", true)]
    [InlineData("//host", false)]
    [InlineData("/\\host", false)]
    [InlineData("https://host", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_paths_of_this_site_are_local(string? url, bool local) => Assert.Equal(local, LocalUrl.IsLocal(url));

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.Any(item => item.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    /// <summary>The gate of the API proves who calls, in ways of its own.</summary>
    private static bool IsGuarded(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ApiMark>() is not null && ApiNeeds.Of(endpoint) is not null;
}
