using System.Net;
using LoonFlow.Web.Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace LoonFlow.Tests.Screens.Layout;

public sealed class PreferenceEndpointsTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddLayout();
        _app = builder.Build();
        _app.UseRequestLocalization();
        PreferenceEndpoints.Map(_app);
        _app.MapGet("/culture", () => System.Globalization.CultureInfo.CurrentUICulture.Name);
        _app.MapGet("/theme-and-zone", (HttpContext context, Preferences preferences) => $"{preferences.ThemeOf(context)} {preferences.ZoneOf(context)}");
        await _app.StartAsync();
        _client = _app.GetTestClient();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_chosen_language_is_kept_and_the_reader_comes_back()
    {
        var answer = await _client.GetAsync("/preferences/language?culture=zh-CN&returnUrl=%2Finbox%3Fpage%3D2");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/inbox?page=2", answer.Headers.Location!.OriginalString);
        Assert.Equal("zh-CN", await GetAsync("/culture", cookie: answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]));
    }

    [Fact]
    public async Task Nobody_is_sent_to_another_site()
    {
        var answer = await _client.GetAsync("/preferences/theme?theme=dark&returnUrl=%2F%2Fevil.example");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/preferences/language?culture=tlh&returnUrl=/")]
    [InlineData("/preferences/language")]
    [InlineData("/preferences/theme?theme=pink")]
    public async Task What_does_not_exist_cannot_be_chosen(string path)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("zh-TW,en;q=0.5", "zh-CN")]
    [InlineData("de,en;q=0.4,zh-Hans-CN;q=0.8", "zh-CN")]
    [InlineData("en-GB,zh;q=0.9", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    public async Task Until_one_is_chosen_the_browser_says_the_language(string accepted, string served)
    {
        Assert.Equal(served, await GetAsync("/culture", accepted: accepted));
    }

    [Fact]
    public async Task The_theme_follows_the_system_until_one_is_chosen()
    {
        Assert.StartsWith("system ", await GetAsync("/theme-and-zone"), StringComparison.Ordinal);
        Assert.StartsWith("dark ", await GetAsync("/theme-and-zone", cookie: "lf-theme=dark"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_tells_the_zone_and_nonsense_is_ignored()
    {
        Assert.EndsWith(" Asia/Shanghai", await GetAsync("/theme-and-zone", cookie: "lf-zone=Asia%2FShanghai"), StringComparison.Ordinal);
        Assert.EndsWith($" {TimeZoneInfo.Local.Id}", await GetAsync("/theme-and-zone", cookie: "lf-theme=pink; lf-zone=..%2Fetc"), StringComparison.Ordinal);
    }

    private async Task<string> GetAsync(string path, string? accepted = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);

        return await (await _client.SendAsync(request)).Content.ReadAsStringAsync();
    }
}
