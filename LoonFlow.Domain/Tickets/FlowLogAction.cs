namespace LoonFlow.Domain.Tickets;

/// <summary>What a line of the history tells.</summary>
public enum FlowLogAction
{
    Submitted = 1,
    TransitionTaken = 2,
    Claimed = 3,
    Forwarded = 4,
    Consulted = 5,
    ConsultationAnswered = 6,
    Commented = 7,
    Withdrawn = 8,
    Closed = 9,

    /// <summary>One of several who all decide has chosen.</summary>
    Voted = 10,
    VoteDecided = 11,
    VoteUndecided = 12,
    Skipped = 13,
    PassedAutomatically = 14,
    Returned = 15,
    TakenBack = 16,
    Jumped = 17,
    Reopened = 18,
    Deleted = 19,
    Restored = 20,
    ValuesCorrected = 21,
    Reminded = 22,
    Escalated = 23,
    TimerFailed = 24,
    AutomationAwaitsAnswer = 25,
    AutomationFailed = 26,
    AutomationRetried = 27,
    Reassigned = 28,
    SeatsDropped = 29,
    ForwardingForced = 30,
    BranchesJoined = 31,
    AutomationDone = 32,

    /// <summary>It goes by another version of its workflow from then on.</summary>
    VersionMoved = 33,
}
