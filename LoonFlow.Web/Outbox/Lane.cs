namespace LoonFlow.Web.Outbox;

/// <summary>How the messages of one listener are delivered: how many at once, and how patiently. Lanes never wait for each other.</summary>
public sealed record Lane
{
    /// <summary>For listeners that answer at once: one message after the other, given up within the hour.</summary>
    public static readonly Lane Quick = new();

    /// <summary>For listeners that speak to the outside world: several at once, a day of patience, every attempt kept.</summary>
    public static readonly Lane Outside = new()
    {
        Parallel = 4,
        Batch = 1,
        FirstRetry = TimeSpan.FromSeconds(15),
        LongestRetry = TimeSpan.FromHours(4),
        MaxAttempts = 16,
        KeepsLog = true,
    };

    /// <summary>How many batches are under way at once, in each instance.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>How many messages are taken together and delivered one after the other. 1 where a delivery takes long.</summary>
    public int Batch { get; init; } = 50;

    /// <summary>How long an instance that died keeps others from trying; null is "Outbox:Lease". It is renewed while a delivery runs.</summary>
    public TimeSpan? Lease { get; init; }

    /// <summary>After this many failures a message is kept as dead.</summary>
    public int MaxAttempts { get; init; } = 10;

    /// <summary>The wait after the first failure; it doubles with every further one.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>No wait is longer.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether successful attempts are written down too; failed ones always are.</summary>
    public bool KeepsLog { get; init; }

    /// <summary>How long to wait after the attempt of this number failed.</summary>
    public TimeSpan WaitAfter(int attempt)
    {
        // Beyond 2^30 the doubling would leave what a TimeSpan can hold; the limit has long been reached.
        var doubled = FirstRetry * Math.Pow(2, Math.Clamp(attempt - 1, 0, 30));

        return doubled < LongestRetry ? doubled : LongestRetry;
    }
}
