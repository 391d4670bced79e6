using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Overview;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows;

public sealed class OverviewPageTests : AppScreenTest
{
    [Fact]
    public async Task Whoever_administers_a_workflow_sees_its_states_and_who_acts_in_them()
    {
        var page = await OpenAsync(DemoPeople.Administrator);

        var rows = page.FindAll("tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));
        Assert.Equal("Leave", page.Find("h1").TextContent);
        Assert.Contains("NewStart | The creator | — | —", rows);
        Assert.Contains(rows, row => row.StartsWith("Leader approval | The creator’s leader | Whoever acts first", StringComparison.Ordinal));
        Assert.Contains("EndEnd | — | — | —", rows);
    }

    [Fact]
    public async Task Conditions_read_in_the_words_of_the_form()
    {
        var page = await OpenAsync(DemoPeople.Administrator);

        Assert.Contains(page.FindAll("ol li"), line => line.TextContent.Contains("If Days > 5: CEO approval", StringComparison.Ordinal));
        Assert.Contains(page.FindAll("ol li"), line => line.TextContent.Contains("Otherwise: HR approval", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_does_not_administer_it_sees_nothing()
    {
        var page = await OpenAsync("lin");

        Assert.Equal("This workflow cannot be shown", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task Values_show_which_branch_is_taken_and_why_not_the_others()
    {
        var page = await OpenAsync(DemoPeople.Administrator);

        await page.InvokeAsync(() => page.Find("#trial-field-leave-days").Input("4"));

        page.WaitForAssertion(() => Assert.Equal("It goes to Director approval", Words(page, ".trial-goes")));
        Assert.Equal(["Not met", "Taken", "Not reached"], page.FindAll(".trial-branches .lf-badge").Select(badge => badge.TextContent));
        Assert.Equal("Not so: Days > 5. Days is 4.", Words(page, ".trial-why"));
    }

    [Fact]
    public async Task Without_values_no_branch_holds()
    {
        var page = await OpenAsync(DemoPeople.Administrator);

        Assert.Equal("It goes to HR approval", Words(page, ".trial-goes"));
        Assert.Equal("Not so: Days > 5. Days is not filled in.", Words(page, ".trial-why"));
    }

    [Fact]
    public async Task Where_a_condition_asks_about_the_creator_one_is_chosen()
    {
        var leave = await App.WorkflowAsync("Leave");
        var branch = new Branch(ConditionText.Read("creator.department == 1001 and creator == 'lin'").Condition!, leave.States[^1].Id);
        var changed = leave.Document with
        {
            Transitions = [.. leave.Transitions.Select((transition, index) => transition with { Branches = index == 0 ? [branch] : [] })],
        };
        await App.UseCases.PublishAsync(leave.Workflow, changed);

        var page = await OpenAsync(DemoPeople.Administrator);

        Assert.NotNull(page.Find("#trial-creator"));
        Assert.Contains("Creator is not filled in.", page.Find(".trial-branches").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_reads_in_chinese()
    {
        Speak("zh-CN");

        var page = await OpenAsync(DemoPeople.Administrator);

        Assert.Contains(page.FindAll("ol li"), line => line.TextContent.Contains("如果 请假天数 > 5： CEO审批中", StringComparison.Ordinal));
    }

    private static string Words(IRenderedComponent<OverviewPage> page, string selector) =>
        string.Join(' ', page.Find(selector).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IRenderedComponent<OverviewPage>> OpenAsync(string userName)
    {
        await SignInAsync(userName);
        Services.AddSingleton(App.Get<WorkflowQueries>());
        var leave = await App.WorkflowAsync("Leave");
        var page = Render<OverviewPage>(parameters => parameters.Add(p => p.Id, leave.Workflow.Value));
        page.WaitForElement("h1");

        return page;
    }
}
