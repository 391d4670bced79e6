namespace LoonFlow.Web.Controls;

public enum FlowChartStateKind
{
    Normal,
    Start,
    End,
    Automation,
}

public sealed record FlowChartState(long Id, string Name, FlowChartStateKind Kind = FlowChartStateKind.Normal, bool Hidden = false);
