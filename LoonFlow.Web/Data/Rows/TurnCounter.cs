using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Rows;

/// <summary>How often a state has shared its work out in turn.</summary>
public sealed class TurnCounter
{
    public required StateId State { get; init; }

    public long Last { get; set; }
}
