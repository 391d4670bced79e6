using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>A ticket's workflow as the chart draws it: where it is, and where it has been.</summary>
internal static class TicketCharts
{
    public static FlowChartModel Of(TicketView view)
    {
        StateId[] current = view.Stays is [] ? [view.State] : [.. view.Stays.Select(stay => stay.State)];

        StateId[] seen = [.. view.History.Select(line => line.State).Concat(current).Distinct()];

        // Nobody does anything in a fork: that it was passed is told by its branches.
        var forks = view.Workflow.States.Where(state => seen.Any(one => view.Workflow.Blocks.Contains(state.Id, one))).Select(state => state.Id);

        return FlowCharts.Of(view.Workflow, view.Company, current, [.. seen.Union(forks).Except(current)]);
    }
}
