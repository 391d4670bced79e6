using Bunit;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets.Inbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Tickets;

public sealed class InboxPageTests : AppScreenTest
{
    [Fact]
    public async Task A_row_leads_to_its_ticket_and_says_whom_it_waits_for()
    {
        var id = (await App.SubmitLeaveAsync(days: 2, title: "Holiday")).Value;

        var row = (await OpenAsync("wu")).WaitForElement("[data-row]");

        Assert.Equal($"/tickets/{id.Value}", row.GetAttribute("href"));
        Assert.Equal("Holiday", row.QuerySelector(".lf-list-title")!.TextContent);
        Assert.Contains("Waits for you", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Leader approval", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_teaches_what_would_be_here()
    {
        var screen = await OpenAsync("wu");

        Assert.Contains("Nothing waits for you", screen.WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_empty_because_of_its_filters_offers_to_clear_them()
    {
        await App.SubmitLeaveAsync(days: 2);

        var screen = await OpenAsync("wu", "/inbox?q=nothing%20like%20it");
        var way = screen.WaitForElement(".lf-empty a").GetAttribute("href");

        Assert.EndsWith("/inbox", way, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_is_the_plain_inbox()
    {
        await App.SubmitLeaveAsync(days: 2);

        var screen = await OpenAsync("wu", "/inbox?tab=x&workflow=abc&state=-1&status=9&from=never&page=-3&size=1000000");

        Assert.NotNull(screen.WaitForElement("[data-row]"));
    }

    [Fact]
    public async Task What_is_chosen_stands_in_the_address()
    {
        await App.SubmitLeaveAsync(days: 2);
        var leave = await App.WorkflowAsync("Leave");
        var screen = await OpenAsync("wu", "/inbox?page=3&q=annual");
        screen.WaitForElement("[data-row]");

        screen.Find("[aria-controls=inbox-filters]").Click();
        screen.WaitForElement("#inbox-workflow").Change(leave.Workflow.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.NotNull(screen.WaitForElement("#inbox-state"));
        Assert.EndsWith($"/inbox?q=annual&workflow={leave.Workflow.Value}", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searching_stands_in_the_address_too()
    {
        var screen = await OpenAsync("wu");
        screen.WaitForElement(".lf-empty");

        screen.Find("#inbox-search").Change("  50% & more ");

        screen.WaitForAssertion(() => Assert.EndsWith("/inbox?q=50%25%20%26%20more", Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_comes_in_is_shown_at_once_when_nobody_is_at_the_list()
    {
        await App.SubmitLeaveAsync(days: 2, title: "First");
        var screen = await OpenAsync("wu");
        screen.WaitForElement("[data-row]");

        await App.SubmitLeaveAsync(days: 2, title: "Second");
        await DeliverAsync();

        screen.WaitForAssertion(() => Assert.Equal(["First", "Second"], Titles(screen).Order()));
        Assert.Single(screen.FindAll(".inbox-item--fresh"));
    }

    [Fact]
    public async Task What_comes_in_waits_while_the_reader_is_at_the_list()
    {
        await App.SubmitLeaveAsync(days: 2, title: "First");
        var screen = await OpenAsync("wu");
        screen.WaitForElement("[data-row]");
        screen.Find("[data-rows]").TriggerEvent("onmouseenter", new Microsoft.AspNetCore.Components.Web.MouseEventArgs());

        await App.SubmitLeaveAsync(days: 2, title: "Second");
        await DeliverAsync();
        var news = screen.WaitForElement(".inbox-news button");

        Assert.Contains("1 new", news.TextContent, StringComparison.Ordinal);
        Assert.Equal(["First"], Titles(screen));

        news.Click();

        screen.WaitForAssertion(() => Assert.Equal(["First", "Second"], Titles(screen).Order()));
    }

    [Fact]
    public async Task What_others_took_up_goes_away()
    {
        var id = (await App.SubmitLeaveAsync(days: 2, by: "cai")).Value;
        var screen = await OpenAsync("ma");
        screen.WaitForElement("[data-row]");

        await App.TakeAsync(id, "luo", TransitionKind.Agree);
        await DeliverAsync();

        screen.WaitForElement(".lf-empty");
    }

    [Fact]
    public async Task The_badge_counts_what_waits_and_keeps_counting()
    {
        await App.SubmitLeaveAsync(days: 2);
        await SignInAsync("wu");
        var badge = Render<TodoBadge>();
        badge.WaitForAssertion(() => Assert.Equal("1", badge.Find("[aria-hidden]").TextContent));

        await App.SubmitLeaveAsync(days: 2);
        await DeliverAsync();

        badge.WaitForAssertion(() => Assert.Equal("2", badge.Find("[aria-hidden]").TextContent));
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private async Task<IRenderedComponent<InboxPage>> OpenAsync(string userName, string address = "/inbox")
    {
        await SignInAsync(userName);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        return Render<InboxPage>();
    }

    private static IEnumerable<string> Titles(IRenderedComponent<InboxPage> screen) => screen.FindAll(".lf-list-title").Select(title => title.TextContent);
}
