namespace LoonFlow.Web.Controls;

public enum FlowChartStateKind
{
    Normal,
    Start,
    End,
    Automation,
}

/// <summary>One state of the chart. Where every state says its place (left and top at 100 %), the chart keeps it; otherwise it arranges them.</summary>
public sealed record FlowChartState(
    long Id,
    string Name,
    FlowChartStateKind Kind = FlowChartStateKind.Normal,
    bool Hidden = false,
    double? X = null,
    double? Y = null,
    FlowChartMark Mark = FlowChartMark.None);
