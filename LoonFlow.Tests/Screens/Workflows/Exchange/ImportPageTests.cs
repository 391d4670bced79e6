using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Exchange;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows.Exchange;

public sealed class ImportPageTests : AppScreenTest
{
    [Fact]
    public async Task A_file_of_another_kind_is_told_and_cannot_be_imported()
    {
        var page = await OpenAsync("anqi");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("""{"name": "package"}""", "package.json"));

        page.WaitForAssertion(() => Assert.Contains("another kind", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find("button[type=submit]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_unread()
    {
        var page = await OpenAsync("anqi");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(new byte[50 * 1024 * 1024], "huge.json"));

        page.WaitForAssertion(() => Assert.Contains("larger than 4 MB", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_not_known_here_is_mapped_and_the_workflow_begins_as_a_draft()
    {
        var page = await OpenAsync("anqi");
        var leave = await App.WorkflowAsync("Leave");
        var (_, text) = (await App.Get<WorkflowExchange>().ExportAsync(leave.Workflow, null, await App.PersonAsync("anqi"), default))!.Value;
        var elsewhere = text.Replace(await FirstPersonAsync(text), "\"somebody-else\"", StringComparison.Ordinal);

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(elsewhere, "leave.json"));
        page.WaitForAssertion(() => Assert.Contains("somebody-else", page.Find("fieldset.import-kind").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("form").Submit());
        page.WaitForAssertion(() => Assert.Contains("Choose for every name first", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        var gao = (await App.CompanyAsync()).UserNamed("gao")!.Id.Value;
        await page.InvokeAsync(() => page.Find("fieldset.import-kind select").Change($"{gao}"));
        await page.InvokeAsync(() => page.Find("form").Submit());

        page.WaitForAssertion(() => Assert.EndsWith("/design", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_press_begins_no_second_workflow()
    {
        var page = await OpenAsync("anqi");
        var leave = await App.WorkflowAsync("Leave");
        var (_, text) = (await App.Get<WorkflowExchange>().ExportAsync(leave.Workflow, null, await App.PersonAsync("anqi"), default))!.Value;
        var before = (await App.Get<WorkflowStore>().CatalogueAsync(default)).Count;
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "leave.json"));
        page.WaitForAssertion(() => Assert.False(page.Find("button[type=submit]").HasAttribute("disabled")));

        await page.InvokeAsync(() =>
        {
            var form = page.Find("form");

            return Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());
        });

        Assert.Equal(before + 1, (await App.Get<WorkflowStore>().CatalogueAsync(default)).Count);
    }

    [Fact]
    public async Task A_ready_workflow_asks_for_the_roles_it_means()
    {
        var page = await OpenAsync("anqi");
        Assert.Equal(10, page.FindAll(".import-ready-card").Count);

        Services.GetRequiredService<NavigationManager>().NavigateTo("/workflows/import?ready=leave");
        page.Render();

        page.WaitForAssertion(() => Assert.Contains("人事 HR", page.Find("fieldset.import-kind").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("input[type=file]"));
        Assert.DoesNotContain("$.", page.Find("fieldset.import-kind").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_administrators_only()
    {
        var page = await OpenAsync("lin");

        Assert.Empty(page.FindAll("input[type=file]"));
    }

    /// <summary>The first user name that the company and the file have in common.</summary>
    private async Task<string> FirstPersonAsync(string text) => (await App.CompanyAsync()).Users
        .Select(user => $"\"{user.UserName}\"")
        .First(name => text.Contains(name, StringComparison.Ordinal));

    private async Task<IRenderedComponent<ImportPage>> OpenAsync(string userName)
    {
        await SignInAsync(userName);
        Services.AddSingleton(App.Get<WorkflowExchange>());

        var page = Render<ImportPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("h1")));

        return page;
    }
}
