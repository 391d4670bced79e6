using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Detail;

namespace LoonFlow.Tests.Screens.Tickets;

public sealed class TicketChartsTests
{
    [Fact]
    public void The_chart_knows_where_the_ticket_is_and_has_been()
    {
        var model = Draw(new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(4)).Taken(Cast.Bob, Leave.LeaderAgrees));

        Assert.Equal([Leave.Director.Value], model.Current);
        Assert.Equal([Leave.New.Value, Leave.Leader.Value], model.Visited);
    }

    [Fact]
    public void A_finished_ticket_is_at_its_end()
    {
        var model = Draw(new Story(Leave.Version).Filed(Cast.Ann, Leave.Note, Leave.For(1)));

        Assert.Equal([Leave.Done.Value], model.Current);
    }

    [Fact]
    public void A_ticket_in_branches_has_been_in_their_fork()
    {
        var model = Draw(Branches.Branched(Branches.Meeting(JoinSetting.ForAll)));

        Assert.Equal([Branches.First.Value, Branches.Second.Value, Branches.Third.Value], model.Current.Order());
        Assert.Contains(Branches.Fork.Value, model.Visited);
    }

    [Fact]
    public void Every_branch_is_a_line_with_its_condition_and_so_is_the_way_otherwise()
    {
        var model = Draw(new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(4)));

        var agreeing = model.Transitions.Where(line => line.From == Leave.Leader.Value && line.Kind is FlowChartTransitionKind.Agree).ToArray();

        Assert.Equal([("days > 5", Leave.Executive.Value), ("days > 3", Leave.Director.Value), (null, Leave.Hr.Value)], agreeing.Select(line => (line.Condition, line.To)));
        Assert.Equal(agreeing.Length, agreeing.Select(line => line.Id).Distinct().Count());
    }

    [Fact]
    public void What_a_script_does_is_drawn_as_done_by_a_machine()
    {
        var model = Draw(new Story(Vpn.Version).Filed(Cast.Ann, Vpn.Submit, Vpn.Filled));

        Assert.Equal([Vpn.Grant.Value], model.States.Where(state => state.Kind is FlowChartStateKind.Automation).Select(state => state.Id));
    }

    private static FlowChartModel Draw(Story story) => TicketCharts.Of(TicketViews.Of(story.SeenBy(Cast.Ann), story.History));
}
