namespace LoonFlow.Web.Data.Rows;

/// <summary>How many serial numbers one day (in the installation's zone) has handed out (spec B.4).</summary>
public sealed class SerialCounter
{
    public required DateOnly Day { get; init; }

    public long Last { get; set; }
}
