using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.New;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows.New;

public sealed class NewWorkflowPageTests : AppScreenTest
{
    [Fact]
    public async Task A_second_press_begins_no_second_workflow()
    {
        await SignInAsync("anqi");
        Services.AddSingleton(App.Get<WorkflowStore>());
        Services.AddSingleton(App.Get<DesignQueries>());
        var page = Render<NewWorkflowPage>();
        page.WaitForElement("#name").Change("Trips");

        await page.InvokeAsync(() =>
        {
            var form = page.Find("form");

            return Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());
        });

        Assert.Single((await App.Get<WorkflowStore>().CatalogueAsync(default)).Values, workflow => workflow.Name.Text == "Trips");
    }
}
