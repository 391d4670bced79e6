namespace LoonFlow.Web.Controls;

public enum FlowChartTransitionKind
{
    Agree,
    Refuse,
    Other,
}

/// <summary>One line of the chart. A transition with branches is drawn as several lines, each with its own id and condition.</summary>
public sealed record FlowChartTransition(
    string Id,
    string Name,
    long From,
    long To,
    FlowChartTransitionKind Kind = FlowChartTransitionKind.Agree,
    string? Condition = null,
    FlowChartMark Mark = FlowChartMark.None);
