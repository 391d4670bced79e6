using Bunit;
using LoonFlow.Domain.Notifications;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Notices;
using LoonFlow.Web.Features.Notices.Bell;
using LoonFlow.Web.Features.Notices.Choices;
using LoonFlow.Web.Features.Notices.List;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Screens.Notices;

public sealed class NoticeBellTests : AppScreenTest
{
    [Fact]
    public async Task It_counts_what_is_unread_and_lists_the_latest()
    {
        var id = (await App.SubmitLeaveAsync(days: 2, title: "Holiday")).Value;
        await App.DeliverNoticesAsync();

        var bell = await ShowAsync("wu");

        bell.WaitForAssertion(() => Assert.Equal("1", bell.Find(".notice-bell-count").TextContent));
        Assert.Equal("Notices, 1 unread", bell.Find("button").GetAttribute("aria-label"));
        Assert.Equal($"/tickets/{id.Value}", bell.Find(".notice-link").GetAttribute("href"));
        Assert.Contains("Holiday waits for you", bell.Find(".notice-link").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_in_is_shown_and_said()
    {
        var bell = await ShowAsync("wu");
        bell.WaitForElement(".notice-panel-empty");

        await App.SubmitLeaveAsync(days: 2, title: "Holiday");
        await App.DeliverNoticesAsync();

        bell.WaitForAssertion(() => Assert.Equal("New notice: Holiday waits for you", bell.Find("[aria-live]").TextContent));
        Assert.Equal("1", bell.Find(".notice-bell-count").TextContent);
    }

    [Fact]
    public async Task Whoever_opens_the_ticket_has_read_its_notices()
    {
        var id = (await App.SubmitLeaveAsync(days: 2)).Value;
        await App.DeliverNoticesAsync();
        var bell = await ShowAsync("wu");
        bell.WaitForElement(".notice-bell-count");

        Services.GetRequiredService<NavigationManager>().NavigateTo($"/tickets/{id.Value}?tab=history");
        await bell.InvokeAsync(() => Task.CompletedTask);
        await Eventually.TrueAsync(async () => (await App.NoticesAsync("wu")).All(notice => notice.ReadAt is not null));
        await App.DeliverNoticesAsync();

        bell.WaitForAssertion(() => Assert.Empty(bell.FindAll(".notice-bell-count")));
    }

    [Fact]
    public async Task All_can_be_marked_as_read()
    {
        await App.SubmitLeaveAsync(days: 2);
        await App.SubmitLeaveAsync(days: 2);
        await App.DeliverNoticesAsync();
        var bell = await ShowAsync("wu");

        await bell.WaitForElement(".notice-panel-head button").ClickAsync(new());
        await App.DeliverNoticesAsync();

        bell.WaitForAssertion(() => Assert.Empty(bell.FindAll(".notice-item--unread")));
    }

    [Fact]
    public async Task The_page_lists_all_or_what_is_unread()
    {
        await App.SubmitLeaveAsync(days: 2, title: "Holiday");
        await App.DeliverNoticesAsync();
        await PrepareAsync("wu");

        var page = Render<NoticesPage>();

        Assert.Contains("Holiday", page.WaitForElement(".notice-link").TextContent, StringComparison.Ordinal);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/notices?unread=true");
        await page.Find(".lf-page-header-actions button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("All read", page.Find(".lf-empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_without_notices_says_what_will_come()
    {
        await PrepareAsync("wu");

        Assert.Contains("No notices yet", Render<NoticesPage>().WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_chosen_about_mail_is_kept()
    {
        App.SetMailUp();
        await PrepareAsync("wu");
        var page = Render<NoticeChoicesPage>();

        page.WaitForElement("#notice-comments input[value=Daily]").Change("Daily");
        page.Find("#notice-language").Change("en");
        await page.Find("form").SubmitAsync();

        page.WaitForElement(".lf-message--good");
        var choices = await App.Get<NoticeQueries>().ChoicesAsync(await App.PersonAsync("wu"), CancellationToken.None);
        Assert.Equal(NoticePreferences.Default with { Comments = EmailChoice.Daily, Language = "en" }, choices.Chosen);
        Assert.Contains("wu@spruce.example", page.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<NoticeBell>> ShowAsync(string userName)
    {
        await PrepareAsync(userName);

        return Render<NoticeBell>();
    }

    private async Task PrepareAsync(string userName)
    {
        Services.AddSingleton(_ => App.Get<NoticeQueries>());
        Services.AddSingleton(_ => App.Get<NoticeFeed>());
        Services.AddSingleton(_ => App.Get<IOptions<NoticesOptions>>());
        await SignInAsync(userName);
    }
}
