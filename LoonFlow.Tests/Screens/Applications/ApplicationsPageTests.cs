using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Web.Features.Applications.List;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Applications;

public sealed class ApplicationsPageTests : ApplicationScreenTest
{
    [Fact]
    public async Task Where_there_is_none_the_page_says_what_one_is()
    {
        await OpenAsync();

        var empty = Render<ApplicationsPage>().WaitForElement(".lf-empty");

        Assert.Contains("over the API on behalf of people", empty.TextContent, StringComparison.Ordinal);
        Assert.Equal("/settings/applications/new", empty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Each_line_says_what_an_application_may_do_and_when_it_last_did()
    {
        var leave = await App.WorkflowAsync("Leave");
        await KeepAsync(Oa with { Workflows = [leave.Workflow], IsActive = false, Grants = ApiGrant.Run | ApiGrant.Directory, Schemes = ApiSchemes.Md5 });
        await OpenAsync();

        var cells = Render<ApplicationsPage>().WaitForElements("tbody td");

        Assert.Equal(["oa", "Off", "Run tickets, Keep the directory", "Leave", "MD5", "Never"], cells.Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task They_are_found_by_name_and_the_search_stands_in_the_address()
    {
        await KeepAsync(Oa);
        await KeepAsync(Oa with { Name = "monitoring" });
        await OpenAsync();
        var page = Render<ApplicationsPage>();
        page.WaitForElement("input[type=search]");

        await page.InvokeAsync(() => page.Find("input[type=search]").Input("MONI"));

        page.WaitForAssertion(() => Assert.Equal("monitoring", Assert.Single(page.FindAll("tbody a")).TextContent));
        Assert.EndsWith("?q=MONI", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("input[type=search]").Input("nobody"));
        page.WaitForAssertion(() => Assert.Contains("“nobody”", page.Find(".lf-empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_is_not_for_everybody()
    {
        await OpenAsync("lin");

        Assert.Contains("Not for you", Render<ApplicationsPage>().WaitForElement(".lf-empty").TextContent, StringComparison.Ordinal);
    }
}
