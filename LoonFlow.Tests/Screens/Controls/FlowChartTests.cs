using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class FlowChartTests : ScreenTest
{
    private static readonly FlowChartModel Leave = new(
        [new(1, "New", FlowChartStateKind.Start), new(2, "Leader"), new(3, "Director"), new(4, "Done", FlowChartStateKind.End)],
        [new("a", "Submit", 1, 2), new("b/0", "Agree", 2, 3, Condition: "days > 3"), new("b", "Agree", 2, 4)],
        Current: [2],
        Visited: [1]);

    [Fact]
    public void The_list_says_what_the_drawing_shows()
    {
        var states = Show().FindAll("ol > li").Select(state => state.ChildNodes[0].TextContent.Trim());

        Assert.Equal(["New – done", "Leader – here now", "Director", "Done"], states);
    }

    [Fact]
    public void The_list_says_where_each_state_leads()
    {
        var ways = Show().FindAll("ol > li:nth-child(2) li").Select(way => way.TextContent);

        Assert.Equal(["Agree (days > 3) → Director", "Agree → Done"], ways);
    }

    [Fact]
    public void The_state_of_the_ticket_is_the_current_step()
    {
        Assert.StartsWith("Leader", Show().Find("[aria-current=step]").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_drawing_is_one_image_with_a_name_and_the_list_as_its_description()
    {
        var chart = Show();
        var image = chart.Find("[role=img]");

        Assert.Equal("Flow chart", image.GetAttribute("aria-label"));
        Assert.Equal(chart.Find("ol").Id, image.GetAttribute("aria-describedby"));
    }

    [Fact]
    public void A_ticket_that_moved_on_is_redrawn_in_place()
    {
        var handle = JSInterop.SetupModule("./js/flow-chart.js").SetupModule("mount", _ => true);
        handle.Mode = JSRuntimeMode.Loose;
        var chart = Show();

        chart.Render(parameters => parameters.Add(flow => flow.Model, Leave with { Current = [4] }));

        Assert.Single(handle.Invocations["update"]);
    }

    [Fact]
    public void Every_tool_has_a_name()
    {
        Assert.All(Show().FindAll("button"), button => Assert.NotEmpty(button.GetAttribute("aria-label")!));
    }

    private IRenderedComponent<FlowChart> Show() => Render<FlowChart>(parameters => parameters.Add(chart => chart.Model, Leave));
}
