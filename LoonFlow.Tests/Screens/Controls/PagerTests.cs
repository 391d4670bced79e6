using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class PagerTests : ScreenTest
{
    [Fact]
    public void Links_keep_the_rest_of_the_address()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/inbox?state=3&page=2");

        var links = Show(page: 2, total: 60).FindAll("a").Select(link => new Uri(link.GetAttribute("href")!).PathAndQuery);

        Assert.Equal(["/inbox?state=3", "/inbox?state=3", "/inbox?state=3&page=2", "/inbox?state=3&page=3", "/inbox?state=3&page=3"], links);
    }

    [Fact]
    public void The_current_page_is_marked()
    {
        Assert.Equal("4", Show(page: 4, total: 200).Find("[aria-current=page]").TextContent);
    }

    [Fact]
    public void Far_pages_are_left_out()
    {
        var numbers = Show(page: 8, total: 400).FindAll("a[aria-label^=Page], span[aria-hidden]").Select(link => link.TextContent);

        Assert.Equal(["1", "…", "6", "7", "8", "9", "10", "…", "20"], numbers);
    }

    [Fact]
    public void What_is_shown_is_said_in_words()
    {
        Assert.Equal("21–35 of 35", Show(page: 2, total: 35).Find("p").TextContent);
    }

    [Fact]
    public void One_page_needs_no_links()
    {
        Assert.Empty(Show(page: 1, total: 20).FindAll("a"));
    }

    [Fact]
    public void No_rows_need_no_pager()
    {
        Assert.Empty(Show(page: 1, total: 0).Markup.Trim());
    }

    [Fact]
    public void There_is_no_way_before_the_first_page()
    {
        var before = Show(page: 1, total: 60).Find("[aria-label='Previous page']");

        Assert.Equal("true", before.GetAttribute("aria-disabled"));
        Assert.False(before.HasAttribute("href"));
    }

    private IRenderedComponent<Pager> Show(int page, long total) =>
        Render<Pager>(parameters => parameters
            .Add(pager => pager.Page, page)
            .Add(pager => pager.PageSize, 20)
            .Add(pager => pager.Total, total));
}
