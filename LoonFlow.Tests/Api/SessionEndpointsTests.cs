using System.Net;
using System.Text;
using System.Text.Json;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Api;

/// <summary>Signing in and out for callers that are a person's browser (spec C.4).</summary>
public sealed class SessionEndpointsTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string Login = "/accounts/login";

    [Fact]
    public async Task An_administrator_who_signed_in_reads_and_with_the_token_writes()
    {
        using var browser = Browser();
        var token = (await SignInAsync(browser, "anqi")).Ok().GetProperty("antiforgery_token").GetString()!;

        (await SendAsync(browser, HttpMethod.Get, "/accounts/users")).Ok();
        (await SendAsync(browser, HttpMethod.Post, "/accounts/roles", """{"name":"Sailors"}""")).Refused("api.antiforgery_missing");
        (await SendAsync(browser, HttpMethod.Post, "/accounts/roles", """{"name":"Sailors"}""", ("RequestVerificationToken", token))).Ok();
    }

    [Fact]
    public async Task Somebody_else_reads_names_and_nothing_more()
    {
        using var browser = Browser();
        (await SignInAsync(browser, "lin")).Ok();

        (await SendAsync(browser, HttpMethod.Get, "/accounts/simple_users")).Ok();
        (await SendAsync(browser, HttpMethod.Get, "/accounts/users")).Refused("settings.administrators_only");
        (await SendAsync(browser, HttpMethod.Get, "/accounts/roles")).Refused("settings.administrators_only");
    }

    [Theory]
    [InlineData("lin", "not the password")]
    [InlineData("nobody", DemoCompany.Password)]
    [InlineData("loonrobot", DemoCompany.Password)]
    public async Task A_wrong_name_and_a_wrong_password_are_answered_alike(string userName, string password)
    {
        using var browser = Browser();

        var reply = (await SignInAsync(browser, userName, password)).Refused("sign_in.wrong");

        Assert.Equal("username or password is invalid", reply.Message);
        (await SendAsync(browser, HttpMethod.Get, "/accounts/simple_users")).Refused("api.caller_missing");
    }

    [Fact]
    public async Task Guessing_locks_the_name_as_on_the_page()
    {
        using var browser = Browser();

        for (var guess = 0; guess < 4; guess++)
        {
            (await SignInAsync(browser, "gao", $"guess {guess}")).Refused("sign_in.wrong");
        }

        (await SignInAsync(browser, "gao", "guess 5")).Refused("sign_in.locked_out");
        (await SignInAsync(browser, "gao")).Refused("sign_in.locked_out");
    }

    [Fact]
    public async Task Whoever_must_change_the_password_does_that_first()
    {
        await using (var db = await site.Site.DbAsync())
        {
            await db.Users.Where(user => user.UserName == "xu").ExecuteUpdateAsync(set => set.SetProperty(user => user.MustChangePassword, true));
        }

        using var browser = Browser();

        (await SignInAsync(browser, "xu")).Refused("api.password_change_due");
        (await SendAsync(browser, HttpMethod.Get, "/accounts/simple_users")).Refused("api.password_change_due");
    }

    [Fact]
    public async Task Signing_out_ends_it_and_leads_to_the_sign_in()
    {
        using var browser = Browser();
        (await SignInAsync(browser, "lin")).Ok();

        using var left = await browser.GetAsync($"{ApiClient.Root}/accounts/logout");

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        (await SendAsync(browser, HttpMethod.Get, "/accounts/simple_users")).Refused("api.caller_missing");
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_sites_page_signs_nobody_in_or_out(string header, string value)
    {
        using var browser = Browser();
        (await SendAsync(browser, HttpMethod.Post, Login, """{"username":"lin","password":"loonflow"}""", (header, value))).Refused("api.antiforgery_missing");

        (await SignInAsync(browser, "lin")).Ok();
        (await SendAsync(browser, HttpMethod.Get, "/accounts/logout", null, (header, value))).Refused("api.antiforgery_missing");
        (await SendAsync(browser, HttpMethod.Get, "/accounts/simple_users")).Ok();
    }

    [Theory]
    [InlineData("", "api.body_missing")]
    [InlineData("username=lin", "api.body_malformed")]
    [InlineData("""{"username":"lin"}""", "api.members_wrong")]
    [InlineData("""{"username":["lin"],"password":7}""", "api.members_wrong")]
    public async Task What_is_no_sign_in_is_refused(string body, string error)
    {
        using var browser = Browser();

        (await SendAsync(browser, HttpMethod.Post, Login, body)).Refused(error);
    }

    private HttpClient Browser() => site.Site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static Task<ApiReply> SignInAsync(HttpClient browser, string userName, string password = DemoCompany.Password) =>
        SendAsync(browser, HttpMethod.Post, Login, JsonSerializer.Serialize(new { username = userName, password }));

    private static async Task<ApiReply> SendAsync(HttpClient browser, HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, ApiClient.Root + path) { Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await browser.SendAsync(request);

        return new ApiReply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }
}
