using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings.Deliveries;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Tests.Screens.Settings;

public sealed class DeliveriesPageTests : AppScreenTest
{
    private readonly TestListener _crm = new("crm") { Works = (_, _) => throw new DeliveryRefusedException("The key was withdrawn.") };

    public DeliveriesPageTests() => Services.AddSingleton(_ => App.Get<DeliveryQueries>());

    [Fact]
    public async Task A_delivery_is_sent_again_from_the_screen()
    {
        var id = await DeadAsync();
        var screen = await OpenAsync("anqi");
        Assert.Contains("The key was withdrawn.", screen.WaitForElement("[data-delivery]").TextContent, StringComparison.Ordinal);

        await screen.PressAsync("[data-retry]");

        _crm.Works = (_, _) => Task.CompletedTask;
        await App.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None);
        Assert.Equal([id], _crm.Heard);
        App.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Contains("Nothing failed", screen.WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Whoever_hears_of_events_has_a_name(string language)
    {
        Speak(language);
        var texts = Services.GetRequiredService<IStringLocalizer<DeliveryTexts>>();
        var listeners = typeof(Subscriptions).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(listeners, listener => Assert.False(texts[$"Listener{char.ToUpperInvariant(listener[0])}{listener[1..]}"].ResourceNotFound, listener));
    }

    [Fact]
    public async Task All_that_failed_is_sent_again_at_once()
    {
        var first = await DeadAsync();
        var second = await DeadAsync();
        var screen = await OpenAsync("anqi");
        Assert.Contains("(2)", screen.WaitForElement("[data-retry-all]").TextContent, StringComparison.Ordinal);

        await screen.PressAsync("[data-retry-all]");

        screen.WaitForAssertion(() => Assert.Empty(screen.FindAll("[data-retry-all]")));
        Assert.False((await App.MessageAsync(first))!.IsDead);
        Assert.False((await App.MessageAsync(second))!.IsDead);
    }

    [Fact]
    public async Task Giving_up_asks_first()
    {
        var id = await DeadAsync();
        var screen = await OpenAsync("anqi");
        screen.WaitForElement("[data-discard]");

        await screen.PressAsync("[data-discard]");
        Assert.NotNull(await App.MessageAsync(id));
        await screen.PressAsync(".lf-dialog .lf-button--danger");

        screen.WaitForElement(".lf-empty");
        Assert.Null(await App.MessageAsync(id));
    }

    [Fact]
    public async Task An_opened_row_shows_every_attempt()
    {
        _crm.Works = (_, _) => throw new InvalidOperationException("Connection refused.");
        await DeadAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None);
        var screen = await OpenAsync("anqi");
        screen.WaitForElement("[aria-expanded=false]");

        await screen.PressAsync("[aria-expanded=false]");

        Assert.Equal(2, screen.WaitForElements(".delivery-lines li").Count);
    }

    [Fact]
    public async Task What_is_chosen_stands_in_the_address()
    {
        await DeadAsync();
        var screen = await OpenAsync("anqi");
        screen.WaitForElement("[data-delivery]");

        screen.Find("#deliveries-state").Change("waiting");

        Assert.Contains("Nothing matches", screen.WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/settings/deliveries?state=waiting", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_for_everybody()
    {
        await DeadAsync();

        var screen = await OpenAsync("lin");

        Assert.Contains("Not for you", screen.WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(screen.FindAll("[data-delivery]"));
    }

    private async Task<IRenderedComponent<DeliveriesPage>> OpenAsync(string reader)
    {
        await SignInAsync(reader);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/settings/deliveries");

        return Render<DeliveriesPage>();
    }

    private async Task<Guid> DeadAsync()
    {
        var id = await App.SendAsync("crm");
        await App.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None);

        return id;
    }
}
