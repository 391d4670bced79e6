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

        return FlowCharts.Of(view.Workflow, view.Company, current, [.. view.History.Select(line => line.State).Except(current)]);
    }
}
