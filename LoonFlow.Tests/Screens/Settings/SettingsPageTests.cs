using System.Globalization;
using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Tests.Screens.Settings;

public sealed class SettingsPageTests : AppScreenTest
{
    [Fact]
    public async Task An_administrator_finds_every_page_of_settings()
    {
        await SignInAsync("anqi");

        var links = Render<SettingsPage>().WaitForElements("a.lf-card", SettingsCard.All.Count);

        Assert.Equal(SettingsCard.All.Select(card => card.Href), links.Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Somebody_else_reads_that_it_is_not_theirs()
    {
        await SignInAsync("lin");

        var screen = Render<SettingsPage>();

        Assert.Contains("Not for you", screen.WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(screen.FindAll("a.lf-card"));
    }

    [Theory]
    [InlineData("anqi", 1)]
    [InlineData("lin", 0)]
    public async Task Only_administrators_have_settings_in_their_navigation(string reader, int links)
    {
        await SignInAsync(reader);

        var screen = Render<SettingsLink>();

        screen.WaitForAssertion(() => Assert.Equal(links, screen.FindAll("a").Count));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_card_has_its_words(string culture)
    {
        Speak(culture);
        var texts = Services.GetRequiredService<IStringLocalizer<SettingsTexts>>();

        Assert.All(SettingsCard.All, card => Assert.False(texts[$"{card.Name}Title"].ResourceNotFound || texts[$"{card.Name}About"].ResourceNotFound));
        Assert.Equal(culture, CultureInfo.CurrentUICulture.Name);
    }
}
