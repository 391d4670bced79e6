using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets.New;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Tickets.New;

public sealed class CataloguePageTests : NewTicketScreen
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Everything_that_takes_tickets_stands_under_its_heading()
    {
        var page = Open();

        Assert.Equal(["Finance", "IT", "People"], page.FindAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(6, page.FindAll("[data-card]").Count);
    }

    [Fact]
    public void It_reads_in_the_readers_language()
    {
        Speak("zh-CN");

        Assert.Contains("请假申请", Open().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_searched_for_stands_in_the_address_and_is_found()
    {
        var leave = await App.WorkflowAsync("Leave");
        var page = Open();

        page.Find("input[type=search]").Input("请假");

        Assert.EndsWith($"?q={Uri.EscapeDataString("请假")}", Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal($"/tickets/new/{leave.Workflow.Value}", Assert.Single(page.FindAll("[data-card]")).GetAttribute("href")));
    }

    [Fact]
    public void An_address_with_a_search_shows_what_it_finds()
    {
        Navigation.NavigateTo("/tickets/new?q=vpn");

        Assert.Single(Open().FindAll("[data-card]"));
    }

    [Fact]
    public void Where_nothing_is_found_all_of_it_is_one_click_away()
    {
        Navigation.NavigateTo("/tickets/new?q=helicopter");
        var page = Render<CataloguePage>();

        page.WaitForElement(".lf-empty button").Click();

        page.WaitForAssertion(() => Assert.Equal(6, page.FindAll("[data-card]").Count));
    }

    [Fact]
    public async Task What_is_retired_is_not_offered()
    {
        var leave = await App.WorkflowAsync("Leave");
        await using (var db = await App.DbAsync())
        {
            (await db.Workflows.SingleAsync(workflow => workflow.Id == leave.Workflow)).IsRetired = true;
            await db.SaveChangesAsync();
        }

        Assert.Equal(5, Open().FindAll("[data-card]").Count);
    }

    [Fact]
    public async Task What_was_filed_lately_comes_first_among_what_is_found()
    {
        await App.SubmitLeaveAsync(days: 1);
        Navigation.NavigateTo("/tickets/new?q=a");

        Assert.Equal("Leave", Open().Find(".workflow-card-name").TextContent);
    }

    private IRenderedComponent<CataloguePage> Open()
    {
        var page = Render<CataloguePage>();
        page.WaitForElement("[data-card]");

        return page;
    }
}
