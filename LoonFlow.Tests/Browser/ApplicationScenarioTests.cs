using System.Globalization;
using System.Text.Json;
using LoonFlow.Web.Api;
using LoonFlow.Web.Hooks;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>From a new application to its calls, and from the old secret to the new one without a gap.</summary>
[Collection(SiteTests.Name)]
public sealed class ApplicationScenarioTests(Site site)
{
    private const string Path = "/api/v1.0/accounts/app_token";

    /// <summary>What an application hears here once it was let in: only people look after applications.</summary>
    private const string LetIn = "application.grant_missing";

    [Fact]
    public async Task By_mouse_an_application_is_made_calls_and_changes_its_secret_without_a_gap()
    {
        var anqi = await site.VisitAsync();
        await anqi.SignInAsync("anqi");
        await anqi.OpenAsync("/settings", "Settings");
        await anqi.Link("Applications").ClickAsync();
        await anqi.Link("New application").ClickAsync();
        await anqi.Page.Locator("#app_name").FillAsync("mouse");
        await anqi.Page.Locator("#workflow_ids").FillAsync("Leave");
        await anqi.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await anqi.Button("Add application").ClickAsync();

        var first = await anqi.Page.Locator("[data-copy-text]").InnerTextAsync();
        await anqi.Page.Locator("[data-copy]").ClickAsync();
        await Assertions.Expect(anqi.Page.Locator("[data-after]")).ToBeVisibleAsync();
        await anqi.Button("I have copied it").ClickAsync();
        await Assertions.Expect(anqi.Page.Locator(".secret")).ToHaveCountAsync(1);
        Assert.Equal(LetIn, await CallAsync("mouse", first));

        await anqi.Page.Locator("[data-make=Signing]").ClickAsync();
        await anqi.Button("Make").ClickAsync();
        var second = await anqi.Page.Locator("[data-copy-text]").InnerTextAsync();
        await anqi.Button("I have copied it").ClickAsync();
        Assert.Equal([LetIn, LetIn], [await CallAsync("mouse", first), await CallAsync("mouse", second)]);

        await anqi.Button($"Revoke …{first[^4..]}").ClickAsync();
        await anqi.Page.Locator("dialog .lf-button--danger").ClickAsync();
        await Assertions.Expect(anqi.Page.Locator(".secret")).ToHaveCountAsync(1);
        Assert.Equal(["api.signature_wrong", LetIn], [await CallAsync("mouse", first), await CallAsync("mouse", second)]);

        await anqi.Page.ReloadAsync();
        await Assertions.Expect(anqi.Page.Locator(".secret")).ToContainTextAsync("Last used");
        Assert.DoesNotContain(second, await anqi.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_keyboard_an_application_is_made_calls_and_changes_its_secret_without_a_gap()
    {
        var anqi = await site.VisitAsync();
        var keys = anqi.Page.Keyboard;
        await anqi.SignInAsync("anqi");
        await anqi.OpenAsync("/settings/applications/new", "New application");
        await anqi.TabToAsync("#app_name");
        await keys.TypeAsync("keyboard");
        await anqi.TabToAsync("#grant-Configure");
        await keys.PressAsync("Space");
        await anqi.TabToAsync("#workflows-chosen");
        await keys.PressAsync("ArrowDown");
        await anqi.TabToAsync("main form [type=submit]");
        await keys.PressAsync("Enter");

        var first = await anqi.Page.Locator("[data-copy-text]").InnerTextAsync();
        await Assertions.Expect(anqi.Page.Locator("[data-copy]")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.Locator("[data-after]")).ToBeVisibleAsync();
        await anqi.TabToAsync("[data-cancel]");
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.GetByRole(AriaRole.Heading, new() { Name = "keyboard" })).ToBeVisibleAsync();
        await Assertions.Expect(anqi.Page.Locator("#workflows-all")).ToBeCheckedAsync();
        await Assertions.Expect(anqi.Page.Locator("#grant-Configure")).ToBeCheckedAsync();
        Assert.Equal(LetIn, await CallAsync("keyboard", first));

        await anqi.TabToAsync("[data-make=Signing]");
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.Locator("#secret-until")).ToBeFocusedAsync();
        await anqi.TabToAsync("dialog .lf-button--primary");
        await keys.PressAsync("Enter");
        var second = await anqi.Page.Locator("[data-copy-text]").InnerTextAsync();
        await Assertions.Expect(anqi.Page.Locator("[data-copy]")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(anqi.Page.Locator("dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(anqi.Page.Locator(".secret")).ToHaveCountAsync(2);

        await anqi.TabToAsync(".secret:first-child button");
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.Locator("dialog")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(anqi.Page.Locator("dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(anqi.Page.Locator(".secret:first-child button")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await anqi.TabToAsync("dialog .lf-button--danger");
        await keys.PressAsync("Enter");
        await Assertions.Expect(anqi.Page.Locator(".secret")).ToHaveCountAsync(1);
        Assert.Equal(["api.signature_wrong", LetIn], [await CallAsync("keyboard", first), await CallAsync("keyboard", second)]);
    }

    [Fact]
    public async Task A_token_of_ones_own_is_made_from_the_menu_and_calls_until_it_is_revoked()
    {
        var lin = await site.VisitAsync();
        await lin.SignInAsync("lin");
        await lin.Page.Locator(".lf-account").Filter(new() { Visible = true }).ClickAsync();
        await lin.Page.Locator("a[href='/account/tokens']").Filter(new() { Visible = true }).ClickAsync();
        await lin.Link("New token").First.ClickAsync();
        await lin.Page.Locator("#token-name").FillAsync("Report");
        await lin.Button("Make token").ClickAsync();
        var token = await lin.Page.Locator("[data-copy-text]").InnerTextAsync();
        await lin.Button("I have copied it").ClickAsync();

        // Lin is no administrator: let in, and told so.
        Assert.Equal("settings.administrators_only", await AskAsync(request => request.Headers.Authorization = new("Bearer", token)));

        await lin.Button("Revoke Report").ClickAsync();
        await lin.Page.Locator("dialog .lf-button--danger").ClickAsync();
        await lin.SeesAsync("You have no tokens");
        Assert.Equal("api.token_wrong", await AskAsync(request => request.Headers.Authorization = new("Bearer", token)));
    }

    private Task<string> CallAsync(string application, string secret) => AskAsync(request =>
    {
        var seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var nonce = Guid.NewGuid().ToString("N");
        request.Headers.Add("appname", application);
        request.Headers.Add(HookSignature.TimestampHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(HookSignature.NonceHeader, nonce);
        request.Headers.Add(HookSignature.SignatureHeader, RequestSignature.Of(secret, "GET", Path, seconds, nonce, user: string.Empty, body: []));
    });

    /// <summary>The stable code of what is answered.</summary>
    private async Task<string> AskAsync(Action<HttpRequestMessage> prove)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        prove(request);
        using var response = await client.SendAsync(request);
        using var envelope = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        return envelope.RootElement.GetProperty("error").GetProperty("code").GetString()!;
    }
}
