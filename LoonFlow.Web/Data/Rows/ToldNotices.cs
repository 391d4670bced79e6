namespace LoonFlow.Web.Data.Rows;

/// <summary>The notices of this message were told: whoever hears the message again has nothing to do.</summary>
public sealed class ToldNotices
{
    public required Guid Message { get; init; }

    public required DateTimeOffset At { get; init; }
}
