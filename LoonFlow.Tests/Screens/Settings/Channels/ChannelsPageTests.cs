using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings.Channels;
using LoonFlow.Web.Notifiers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Screens.Settings.Channels;

public sealed class ChannelsPageTests : AppScreenTest
{
    [Fact]
    public async Task An_administrator_adds_a_robot_whose_key_is_not_shown_again()
    {
        var screen = await OpenAsync("?channel=new");

        await screen.WaitForElement("#channel-name").ChangeAsync(new() { Value = "Operations group" });
        await screen.Find("#channel-url").ChangeAsync(new() { Value = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=very-secret-key-of-this-robot" });
        await screen.Find("form").SubmitAsync();

        screen.WaitForAssertion(() => Assert.Contains("Operations group", screen.Find("h3").TextContent, StringComparison.Ordinal));
        Assert.Contains("https://qyapi.weixin.qq.com/…", screen.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", screen.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        var screen = await OpenAsync("?channel=new");

        await screen.WaitForElement("form").SubmitAsync();

        screen.WaitForAssertion(() => Assert.Equal(2, screen.FindAll(".lf-errors li").Count));
        Assert.Equal("true", screen.Find("#channel-name").GetAttribute("aria-invalid"));
        Assert.Equal("true", screen.Find("#channel-url").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_how_to_name_one()
    {
        var screen = await OpenAsync("");

        Assert.Contains("smtp.example.com", screen.WaitForElement(".mail-sample").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_sees_nothing_of_it()
    {
        var screen = await OpenAsync("", "lin");

        screen.WaitForElement(".lf-empty");
        Assert.Empty(screen.FindAll(".lf-card"));
    }

    private async Task<IRenderedComponent<ChannelsPage>> OpenAsync(string query, string reader = "anqi")
    {
        Services.AddSingleton(App.Get<ChannelQueries>());
        Services.AddSingleton(App.Get<ChannelTrial>());
        Services.AddSingleton(App.Get<IOptions<MailOptions>>());
        await SignInAsync(reader);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/settings/channels{query}");

        return Render<ChannelsPage>();
    }
}
