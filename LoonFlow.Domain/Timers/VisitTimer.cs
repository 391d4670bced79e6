namespace LoonFlow.Domain.Timers;

/// <summary>One timer of one stay in a state. With neither <see cref="DueAt"/> nor <see cref="Remaining"/> it has done its work.</summary>
public sealed record VisitTimer
{
    /// <summary>The number of its setting in the state.</summary>
    public required int Number { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What is left of its time while it is paused, in the kind of time that its setting counts.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>How many times it did its work.</summary>
    public int Fired { get; init; }

    /// <summary>Why it could not do its work the last time, as a refusal's code and detail; null when nothing is wrong.</summary>
    public string? Failure { get; init; }

    /// <summary>How many times in a row it could not do its work.</summary>
    public int Failed { get; init; }

    public bool IsDue(DateTimeOffset now) => DueAt <= now;
}
