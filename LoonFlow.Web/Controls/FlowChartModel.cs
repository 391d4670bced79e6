namespace LoonFlow.Web.Controls;

/// <summary>A workflow as a picture: its states and transitions, where a ticket is now, and where it has been.</summary>
public sealed record FlowChartModel(
    IReadOnlyList<FlowChartState> States,
    IReadOnlyList<FlowChartTransition> Transitions,
    IReadOnlyList<long> Current,
    IReadOnlyList<long> Visited);
