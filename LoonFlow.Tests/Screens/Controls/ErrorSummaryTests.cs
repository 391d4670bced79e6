using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class ErrorSummaryTests : ScreenTest
{
    [Fact]
    public void Nothing_is_shown_without_problems()
    {
        Assert.Empty(Show().Markup.Trim());
    }

    [Fact]
    public void Each_problem_links_to_its_field()
    {
        var links = Show(new FieldProblem("days", "Days", "Fill in"), new FieldProblem("type", "Type", "Choose")).FindAll("a");

        Assert.Equal(["Days: Fill in", "Type: Choose"], links.Select(link => link.TextContent));
        Assert.Equal(["/#days", "/#type"], links.Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_problem_of_the_whole_form_has_no_link()
    {
        var summary = Show(new FieldProblem(null, "", "Somebody else was faster"));

        Assert.Empty(summary.FindAll("a"));
        Assert.Equal("Somebody else was faster", summary.Find("li").TextContent.Trim());
    }

    [Fact]
    public void New_problems_take_the_reader_to_the_first_field_once()
    {
        var module = JSInterop.SetupModule("./js/error-summary.js");
        module.Mode = JSRuntimeMode.Loose;
        var summary = Show(new FieldProblem("days", "Days", "Fill in"));

        summary.Render();

        Assert.Single(module.Invocations["mount"]);
    }

    private IRenderedComponent<ErrorSummary> Show(params FieldProblem[] problems) =>
        Render<ErrorSummary>(parameters => parameters.Add(summary => summary.Problems, problems));
}
