using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Workflows;

/// <summary>When another system is told.</summary>
public enum EventHookTrigger
{
    /// <summary>Before a ticket is filed; the answer may refuse it.</summary>
    BeforeCreation,

    Created,

    /// <summary>It went on to another state, whoever moved it.</summary>
    Moved,

    /// <summary>It was refused, sent back, taken back or withdrawn.</summary>
    Returned,

    /// <summary>It reached an end state.</summary>
    Finished,

    /// <summary>It was closed before its end.</summary>
    Closed,
}

/// <summary>Tells another system what happens to a workflow's tickets.</summary>
/// <param name="Name">Names it within the workflow; deliveries are found by it.</param>
/// <param name="Call">Whom to call.</param>
/// <param name="Triggers">When.</param>
public sealed record EventHook(string Name, ExternalCall Call, IReadOnlyList<EventHookTrigger> Triggers)
{
    public const int MaxNameLength = 100;

    /// <summary>Whether a ticket is filed although the system that may refuse it cannot be reached.</summary>
    public bool AllowsWhenUnreachable { get; init; }
}
