using System.Globalization;
using System.Net;
using System.Text;
using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Api;
using LoonFlow.Web.Hooks;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LoonFlow.Tests.Api;

/// <summary>Who may call at all, and how they prove it (spec B.27).</summary>
public sealed class ApiGateTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string Somewhere = "/accounts/app_token";

    [Fact]
    public async Task A_request_signed_as_loonflow_signs_is_let_in()
    {
        // An application may not look after applications: it was let in, and told so.
        (await site.As("anqi").GetAsync(Somewhere)).Refused("application.grant_missing");
    }

    [Fact]
    public async Task A_request_without_a_name_is_refused_in_the_envelope()
    {
        var reply = await SendAsync(HttpMethod.Get, Somewhere);

        reply.Refused("api.caller_missing");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.StartsWith("权限校验失败：未提供appname", reply.Message, StringComparison.Ordinal);
        Assert.Equal("[]", reply.Data.GetRawText());
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_signature_are_told_apart()
    {
        (await new ApiClient(site.Site, "nobody", ApiSite.Secret, "lin").GetAsync(Somewhere)).Refused("api.caller_unknown");
        (await new ApiClient(site.Site, "oa", "another secret", "lin").GetAsync(Somewhere)).Refused("api.signature_wrong");
    }

    [Theory]
    [InlineData(121)]
    [InlineData(-121)]
    [InlineData(3_600)]
    public async Task A_clock_that_is_off_by_more_than_two_minutes_is_refused(int seconds)
    {
        var timestamp = Now + seconds;

        var reply = await SendAsync(HttpMethod.Get, Somewhere, headers: [("appname", "oa"), ("timestamp", Text(timestamp)), ("signature", HookSignature.Md5(ApiSite.Secret, timestamp)), ("username", "lin")]);

        reply.Refused("api.timestamp_stale");
        Assert.Equal("权限校验失败：时间戳过期,请保证在120s内", reply.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("99999999999999999999999999")]
    public async Task A_time_that_is_none_is_refused(string timestamp)
    {
        (await SendAsync(HttpMethod.Get, Somewhere, headers: [("appname", "oa"), ("timestamp", timestamp), ("signature", HookSignature.Md5(ApiSite.Secret, timestamp))])).Refused("api.timestamp_malformed");
    }

    [Theory]
    [InlineData("loonrobot")]
    [InlineData("nobody")]
    [InlineData("lin,wu")]
    public async Task An_application_acts_for_active_people_only(string userName)
    {
        (await site.As(userName).GetAsync(Somewhere)).Refused("application.person_not_granted");
    }

    [Fact]
    public async Task An_application_acts_for_those_whom_it_was_given_and_calls_from_where_it_may()
    {
        var company = await site.CompanyAsync();
        var bound = await site.SaveAsync(new Application
        {
            Id = default,
            Name = "bound",
            Schemes = ApiSchemes.Md5,
            ActsFor = new ActingPeople([company.UserNamed("lin")!.Id], null),
        });
        var client = new ApiClient(site.Site, "bound", ApiSite.Secret, "lin");

        (await client.GetAsync(Somewhere)).Refused("application.grant_missing");
        (await new ApiClient(site.Site, "bound", ApiSite.Secret, "wu").GetAsync(Somewhere)).Refused("application.person_not_granted");

        await site.SaveAsync(bound with { Addresses = ["10.0.0.0/8"] });
        (await client.GetAsync(Somewhere)).Refused("application.address_not_allowed");

        await site.SaveAsync(bound with { Schemes = ApiSchemes.Hmac });
        (await client.GetAsync(Somewhere)).Refused("application.scheme_not_allowed");

        await site.SaveAsync(bound with { IsActive = false });
        (await client.GetAsync(Somewhere)).Refused("api.caller_unknown");
    }

    [Fact]
    public async Task An_application_that_sends_more_than_it_may_is_told_to_wait()
    {
        await site.SaveAsync(new Application { Id = default, Name = "eager", Schemes = ApiSchemes.Md5, RequestsPerMinute = 2 });
        var client = new ApiClient(site.Site, "eager", ApiSite.Secret, "lin");

        await client.GetAsync(Somewhere);
        await client.GetAsync(Somewhere);

        (await client.GetAsync(Somewhere)).Refused("application.too_many_requests");
    }

    [Fact]
    public async Task A_request_signed_as_a_whole_is_good_once()
    {
        var headers = Hmac("POST", $"{ApiClient.Root}{Somewhere}?a=1", "{}", "first");

        (await SendAsync(HttpMethod.Post, $"{Somewhere}?a=1", "{}", headers)).Refused("application.grant_missing");
        (await SendAsync(HttpMethod.Post, $"{Somewhere}?a=1", "{}", headers)).Refused("api.nonce_replayed");
    }

    [Theory]
    [InlineData("PATCH", "?a=1", "{}", "anqi")]
    [InlineData("POST", "?a=2", "{}", "anqi")]
    [InlineData("POST", "?a=1", "{ }", "anqi")]
    [InlineData("POST", "?a=1", "{}", "lin")]
    public async Task Nothing_of_a_request_signed_as_a_whole_may_be_changed(string method, string query, string body, string userName)
    {
        var headers = Hmac("POST", $"{ApiClient.Root}{Somewhere}?a=1", "{}", Guid.NewGuid().ToString())
            .Select(header => header.Name == "username" ? (header.Name, userName) : header).ToArray();
        var isSame = (method, query, body, userName) is ("POST", "?a=1", "{}", "anqi");

        var path = method == "PATCH" ? $"{Somewhere}/1{query}" : Somewhere + query;

        Assert.False(isSame);
        (await SendAsync(new HttpMethod(method), path, body, headers)).Refused("api.signature_wrong");
    }

    [Fact]
    public async Task A_bearer_token_is_enough_and_a_wrong_one_is_not()
    {
        (await SendAsync(HttpMethod.Get, Somewhere, headers: [("Authorization", $"Bearer {ApiSite.Token}oa"), ("username", "anqi")])).Refused("application.grant_missing");
        (await SendAsync(HttpMethod.Get, Somewhere, headers: [("Authorization", $"Bearer {ApiSite.Token}"), ("username", "anqi")])).Refused("api.token_wrong");
        (await SendAsync(HttpMethod.Get, Somewhere, headers: [("Authorization", $"Bearer {ApiSite.Secret}"), ("username", "anqi")])).Refused("api.token_wrong");
    }

    [Fact]
    public async Task A_name_in_any_script_may_be_sent_as_it_is_or_in_percent_signs()
    {
        var wang = await site.Site.NewPersonAsync(account => account.UserName = "王芳");
        var latin = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(wang.UserName!));

        (await site.As(wang.UserName).GetAsync(Somewhere)).Refused("application.grant_missing");
        (await site.As(latin).GetAsync(Somewhere)).Refused("application.grant_missing");
        (await site.As(Uri.EscapeDataString(wang.UserName!)).GetAsync(Somewhere)).Refused("application.grant_missing");
        (await site.As("\u00FF\u00FE").GetAsync(Somewhere)).Refused("api.header_malformed");
    }

    [Fact]
    public async Task A_signed_in_browser_reads_as_it_is_and_changes_with_the_token_of_its_page()
    {
        var person = await site.Site.NewPersonAsync(account => account.IsAdministrator = true);
        var client = site.Site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await new Visitor(client).SignInAsync(person.UserName);
        client.DefaultRequestHeaders.Remove("Accept");

        using var read = await client.GetAsync(ApiClient.Root + Somewhere);
        using var changed = await client.PostAsync(ApiClient.Root + Somewhere, new StringContent("{}"));
        var reply = new ApiReply(changed.StatusCode, await changed.Content.ReadAsStringAsync(), null);

        Assert.Equal(0, new ApiReply(read.StatusCode, await read.Content.ReadAsStringAsync(), null).Code);
        reply.Refused("api.antiforgery_missing");
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_method_are_answered_in_the_envelope()
    {
        var nothing = await site.As("lin").GetAsync("/nowhere");
        var method = await site.As("lin").SendAsync(HttpMethod.Put, Somewhere, "{}");

        Assert.Equal(HttpStatusCode.NotFound, nothing.Status);
        nothing.Refused("api.nothing_here");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.Status);
        method.Refused("api.method_not_allowed");
    }

    [Fact]
    public async Task A_body_larger_than_it_may_be_is_refused_without_being_kept()
    {
        (await site.As("anqi").PostAsync(Somewhere, new string(' ', 11_000_000))).Refused("api.body_too_large");
    }

    private long Now => site.Site.Clock.GetUtcNow().ToUnixTimeSeconds();

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private (string Name, string Value)[] Hmac(string method, string pathAndQuery, string body, string nonce) =>
    [
        ("appname", "oa"),
        ("username", "anqi"),
        (HookSignature.TimestampHeader, Text(Now)),
        (HookSignature.NonceHeader, nonce),
        (HookSignature.SignatureHeader, RequestSignature.Of(ApiSite.Secret, method, pathAndQuery, Now, nonce, "anqi", Encoding.UTF8.GetBytes(body))),
    ];

    private async Task<ApiReply> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var client = site.Site.CreateClient();
        using var request = new HttpRequestMessage(method, ApiClient.Root + path) { Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);

        return new ApiReply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }
}
