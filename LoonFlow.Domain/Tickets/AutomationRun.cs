namespace LoonFlow.Domain.Tickets;

/// <summary>Where a run of something automatic stands.</summary>
public enum AutomationStatus
{
    /// <summary>It is to begin.</summary>
    Waiting,

    Running,

    /// <summary>It was begun and another system will answer later.</summary>
    AwaitingAnswer,

    /// <summary>It failed; the ticket stays until somebody tries again.</summary>
    Failed,

    /// <summary>It did what it had to; what the ticket waits for now is something else, such as its children.</summary>
    Done,
}

/// <summary>The latest run of a state's script, hook or children.</summary>
/// <param name="Run">Counts from 1 within the visit; an answer names it, so that none acts on another run.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Since">Since when, in UTC.</param>
/// <param name="Message">What went wrong, or what the other system said.</param>
/// <param name="Attempts">How often this run was begun.</param>
public sealed record AutomationRun(int Run, AutomationStatus Status, DateTimeOffset Since, string Message = "", int Attempts = 0);
