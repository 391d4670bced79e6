namespace LoonFlow.Web.Controls;

/// <summary>What became of a state or line between two drawings; told by colour, by a sign and in words.</summary>
public enum FlowChartMark
{
    None,
    Added,
    Removed,
    Changed,
    Moved,
}
