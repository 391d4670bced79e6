using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>Two people design one workflow at the same time, each in a browser of their own.</summary>
[Collection(SiteTests.Name)]
public sealed class TwoDesignersTests(Site site)
{
    [Fact]
    public async Task They_see_each_other_and_what_the_other_edits()
    {
        var (anqi, wu) = await OpenBothAsync();
        await Assertions.Expect(anqi.Page.Locator(".presence")).ToContainTextAsync("Wu Shan");
        await Assertions.Expect(wu.Page.Locator(".presence")).ToContainTextAsync("An Qi");

        await NameAsync(anqi, "Holidays");

        await Assertions.Expect(wu.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Holidays");
        await Assertions.Expect(wu.Page.Locator("dialog")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_both_edit_the_same_one_of_them_chooses_and_both_go_on_with_it()
    {
        var (anqi, wu) = await OpenBothAsync();

        await Task.WhenAll(NameAsync(anqi, "Holiday"), NameAsync(wu, "Vacation"));

        var asked = await FirstAskedAsync(anqi, wu);
        await Assertions.Expect(asked.Page.Locator("dialog")).ToContainTextAsync("Holiday");
        await Assertions.Expect(asked.Page.Locator("dialog")).ToContainTextAsync("Vacation");
        await asked.Page.Locator("dialog input[type=radio]").Nth(1).CheckAsync();
        await asked.Page.Locator("dialog .lf-button--primary").ClickAsync();
        await Assertions.Expect(asked.Page.Locator("dialog")).ToHaveCountAsync(0);

        var theirs = asked == anqi ? "Vacation" : "Holiday";
        await Assertions.Expect(anqi.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(theirs);
        await Assertions.Expect(wu.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(theirs);
    }

    private static async Task NameAsync(BrowserVisitor designer, string name)
    {
        await designer.Page.Locator("#workflow-name").FillAsync(name);
        await designer.Page.Locator("#workflow-name").BlurAsync();
    }

    private static async Task<BrowserVisitor> FirstAskedAsync(params BrowserVisitor[] designers)
    {
        var asked = designers.Select(designer => designer.Page.Locator("dialog").WaitForAsync()).ToArray();

        return designers[Array.IndexOf(asked, await Task.WhenAny(asked))];
    }

    private async Task<(BrowserVisitor Anqi, BrowserVisitor Wu)> OpenBothAsync()
    {
        var workflow = await DrawingBoard.BeginAsync(site, Leave.Document);
        await GrantAsync(workflow, "wu");

        return (await OpenAsync("anqi", workflow), await OpenAsync("wu", workflow));
    }

    private async Task<BrowserVisitor> OpenAsync(string who, WorkflowId workflow)
    {
        var designer = await site.VisitAsync();
        await designer.SignInAsync(who);
        await designer.Page.GotoAsync($"/workflows/{workflow.Value}/design/settings");
        await Assertions.Expect(designer.Page.Locator("#workflow-name")).ToBeVisibleAsync();

        return designer;
    }

    private async Task GrantAsync(WorkflowId workflow, string who)
    {
        var company = await site.Services.GetRequiredService<CompanyStore>().GetAsync(CancellationToken.None);
        var grant = new WorkflowGrant(WorkflowPermission.Administer, Participant.Of(company.UserNamed(who)!.Id));
        var anqi = Actor.Of(company.UserNamed("anqi")!.Id, company)!;

        await site.Services.GetRequiredService<UseCases>().RunAsync((ChangeWorkflowAccessHandler handler) => handler.HandleAsync(
            new ChangeWorkflowAccess(workflow, WorkflowAccess.Restricted, new WorkflowAccess(OpenToAll: false, [grant])), anqi, CancellationToken.None));
    }
}
