using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings.Secrets;
using LoonFlow.Web.Hooks;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Settings.Secrets;

public sealed class SecretsPageTests : AppScreenTest
{
    [Fact]
    public async Task A_secret_is_entered_and_never_shown()
    {
        await OpenAsync("anqi");
        var page = Render<SecretsPage>();
        page.WaitForElement("#name").Change("crm-token");
        page.Find("#value").Change("s3cret");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("crm-token", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", page.Markup, StringComparison.Ordinal);
        var first = (await App.Get<SecretQueries>().WorkflowsAsync(default))[0];
        Assert.Equal("s3cret", await App.Get<SecretStore>().FindAsync(SecretOwner.Of(first.Id), "crm-token", default));
    }

    [Fact]
    public async Task The_page_is_not_for_everybody()
    {
        await OpenAsync("lin");

        Assert.Empty(Render<SecretsPage>().FindAll("form"));
    }

    private async Task OpenAsync(string reader)
    {
        Services.AddSingleton(_ => App.Get<SecretQueries>());
        await SignInAsync(reader);
    }
}
