using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Applications;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Api;

/// <summary>The systems that may call, as people look after them (spec C.4), and requests that may be repeated.</summary>
public sealed class ApplicationEndpointsTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string Path = "/accounts/app_token";

    [Fact]
    public async Task A_new_application_is_told_its_token_once_and_calls_with_it()
    {
        var leave = (await site.WorkflowAsync("Leave")).Workflow.Value;
        var added = (await AsAnqiAsync(HttpMethod.Post, Path, new { app_name = "cmdb", ticket_sn_prefix = "cmdb", workflow_ids = leave })).Ok();
        var token = added.GetProperty("token").GetString()!;
        var listed = (await AsAnqiAsync(HttpMethod.Get, $"{Path}?search_value=cmd")).Ok().GetProperty("value").EnumerateArray().Single();

        Assert.Equal(added.GetProperty("id").GetInt64(), listed.GetProperty("id").GetInt64());
        Assert.Equal("cmdb", listed.GetProperty("app_name").GetString());
        Assert.Equal(leave.ToString(CultureInfo.InvariantCulture), listed.GetProperty("workflow_ids").GetString());
        Assert.Equal("anqi", listed.GetProperty("creator_info").GetProperty("creator_username").GetString());
        Assert.DoesNotContain(token, listed.GetRawText(), StringComparison.Ordinal);
        (await new ApiClient(site.Site, "cmdb", token, "lin").GetAsync(Path)).Refused("application.grant_missing");
    }

    [Fact]
    public async Task A_repeated_request_adds_nothing_and_tells_no_secret_again()
    {
        var body = new { app_name = "once" };
        var first = (await AsAnqiAsync(HttpMethod.Post, Path, body, "k-1")).Ok();
        var second = (await AsAnqiAsync(HttpMethod.Post, Path, body, "k-1")).Ok();

        Assert.Equal(first.GetProperty("id").GetInt64(), second.GetProperty("id").GetInt64());
        Assert.NotEmpty(first.GetProperty("token").GetString()!);
        Assert.Empty(second.GetProperty("token").GetString()!);
        await using var db = await site.Site.DbAsync();
        Assert.Equal(1, await db.Applications.CountAsync(row => row.Name == "once"));
        Assert.All(await db.RepeatableAnswers.ToListAsync(), row => Assert.DoesNotContain(first.GetProperty("token").GetString()!, row.Result, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_is_done_once()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AsAnqiAsync(HttpMethod.Post, Path, new { app_name = "atonce" }, "k-many")));

        Assert.Single(replies.Select(reply => reply.Ok().GetProperty("id").GetInt64()).Distinct());
        await using var db = await site.Site.DbAsync();
        Assert.Equal(1, await db.Applications.CountAsync(row => row.Name == "atonce"));
    }

    [Fact]
    public async Task A_key_is_good_for_one_request_and_one_caller()
    {
        (await AsAnqiAsync(HttpMethod.Post, Path, new { app_name = "keyed" }, "k-2")).Ok();

        (await AsAnqiAsync(HttpMethod.Post, Path, new { app_name = "keyed-too" }, "k-2")).Refused("api.key_reused");
        (await AsAnqiAsync(HttpMethod.Post, Path, new { app_name = "bad" }, new string('k', 101))).Refused("api.key_malformed");
    }

    [Theory]
    [InlineData("""{"app_name":"loonflow"}""", "app_name")]
    [InlineData("""{"app_name":"oa"}""", "app_name")]
    [InlineData("""{"app_name":"two words"}""", "app_name")]
    [InlineData("""{"app_name":"fine","workflow_ids":"999999"}""", "workflow_ids")]
    [InlineData("""{"app_name":"fine","workflow_ids":"1;2"}""", "workflow_ids")]
    [InlineData("""{"app_name":"fine","ticket_sn_prefix":"no blanks"}""", "ticket_sn_prefix")]
    [InlineData("""{"app_name":{}}""", "app_name")]
    public async Task What_is_wrong_is_named_and_nothing_is_added(string body, string key)
    {
        var reply = await AsAnqiAsync(HttpMethod.Post, Path, body);

        Assert.Equal(-1, reply.Code);
        Assert.Contains(key, reply.Fields.Keys);
        await using var db = await site.Site.DbAsync();
        Assert.False(await db.Applications.AnyAsync(row => row.Name == "fine"));
    }

    [Fact]
    public async Task An_application_is_changed_and_removed()
    {
        var id = (await AsAnqiAsync(HttpMethod.Post, Path, new { app_name = "changing", ticket_sn_prefix = "a" })).Ok().GetProperty("id").GetInt64();

        (await AsAnqiAsync(HttpMethod.Patch, $"{Path}/{id}", new { app_name = "changed", workflow_ids = "" })).Ok();
        var listed = (await AsAnqiAsync(HttpMethod.Get, $"{Path}?search_value=changed")).Ok().GetProperty("value").EnumerateArray().Single();
        (await AsAnqiAsync(HttpMethod.Delete, $"{Path}/{id}")).Ok();

        Assert.Equal("a", listed.GetProperty("ticket_sn_prefix").GetString());
        (await AsAnqiAsync(HttpMethod.Patch, $"{Path}/{id}", new { app_name = "changed" })).Refused("application.unknown");
        (await AsAnqiAsync(HttpMethod.Delete, $"{Path}/{id}")).Refused("application.unknown");
    }

    [Fact]
    public async Task Only_administrators_look_after_applications()
    {
        var lin = await site.WithTokenOfAsync("lin");

        (await lin.GetAsync(Path)).Refused("settings.administrators_only");
        (await lin.PostAsync(Path, new { app_name = "lins" })).Refused("settings.administrators_only");
    }

    [Fact]
    public async Task A_personal_token_does_what_it_was_made_for_until_it_expires()
    {
        var reader = await site.WithTokenOfAsync("anqi", TokenScopes.Read);

        (await reader.GetAsync(Path)).Ok();
        (await reader.PostAsync(Path, new { app_name = "unscoped" })).Refused("api.scope_missing");

        await using var db = await site.Site.DbAsync();
        await db.PersonalTokens.ExecuteUpdateAsync(row => row.SetProperty(one => one.ExpiresAt, site.Site.Clock.GetUtcNow()));
        (await reader.GetAsync(Path)).Refused("api.token_wrong");
    }

    [Fact]
    public async Task Two_secrets_are_good_at_once_and_a_revoked_or_expired_one_is_not()
    {
        var app = await site.SaveAsync(new Application { Id = default, Name = "rotating", Schemes = ApiSchemes.Md5 });
        var anqi = await site.PersonAsync("anqi");
        var soon = site.Site.Clock.GetUtcNow().AddDays(1);
        var second = Expect.Success(await site.UseCases.RunAsync((AddApplicationSecretHandler handler) => handler.HandleAsync(new AddApplicationSecret(app.Id, true, soon), anqi, default)));

        Expect.Refused(
            ApplicationSettingRefusals.TooManySecrets,
            await site.UseCases.RunAsync((AddApplicationSecretHandler handler) => handler.HandleAsync(new AddApplicationSecret(app.Id, true), anqi, default)));
        (await new ApiClient(site.Site, "rotating", ApiSite.Secret, "lin").GetAsync(Path)).Refused("application.grant_missing");
        (await new ApiClient(site.Site, "rotating", second.Text, "lin").GetAsync(Path)).Refused("application.grant_missing");

        await using var db = await site.Site.DbAsync();
        var old = await db.ApplicationSecrets.Where(row => row.Application == app.Id && row.IsForSigning).OrderBy(row => row.Id).FirstAsync();
        Expect.Accepted(await site.UseCases.RunAsync((RevokeApplicationSecretHandler handler) => handler.HandleAsync(new RevokeApplicationSecret(app.Id, old.Id), anqi, default)));
        (await new ApiClient(site.Site, "rotating", ApiSite.Secret, "lin").GetAsync(Path)).Refused("api.signature_wrong");

        site.Site.Clock.Advance(TimeSpan.FromDays(2));
        (await new ApiClient(site.Site, "rotating", second.Text, "lin").GetAsync(Path)).Refused("api.signature_wrong");
    }

    private async Task<ApiReply> AsAnqiAsync(HttpMethod method, string path, object? body = null, string? key = null)
    {
        var anqi = await site.WithTokenOfAsync("anqi");

        return await anqi.SendAsync(method, path, body, key is null ? [] : [("Idempotency-Key", key)]);
    }
}
