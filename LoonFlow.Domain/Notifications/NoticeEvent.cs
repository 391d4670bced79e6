namespace LoonFlow.Domain.Notifications;

/// <summary>What somebody is told about. In order: of two that concern one person in one decision, the earlier one is told.</summary>
public enum NoticeEvent
{
    /// <summary>Something that the engine does by itself failed; told to those who administer the workflow.</summary>
    Failed = 1,

    /// <summary>It came back: told to whoever must act again, and to the creator.</summary>
    Returned = 2,

    /// <summary>Somebody handed the work over.</summary>
    Forwarded = 3,

    /// <summary>Somebody asks for advice.</summary>
    Consulted = 4,

    /// <summary>The advice that was asked for is here.</summary>
    Answered = 5,

    /// <summary>It waited too long and goes to somebody higher.</summary>
    Escalated = 6,

    /// <summary>It still waits.</summary>
    Reminder = 7,

    /// <summary>It reached a state in which they must act.</summary>
    Arrival = 8,

    /// <summary>A comment names them by user name.</summary>
    Mentioned = 9,

    /// <summary>One of several took the work on; the others need not.</summary>
    ClaimedByAnother = 10,

    /// <summary>Its creator pulled it back; those whose turn it was need not act.</summary>
    Withdrawn = 11,

    /// <summary>It was ended outside the flow.</summary>
    Closed = 12,

    /// <summary>It reached an end.</summary>
    Finished = 13,

    /// <summary>Somebody wrote a comment.</summary>
    Commented = 14,

    /// <summary>Somebody who steps in gave their work to another.</summary>
    HandedOver = 15,

    /// <summary>Somebody who steps in moved it outside the flow; told to those who need not act any more, and to the creator.</summary>
    Moved = 16,

    /// <summary>It was over and goes on.</summary>
    Reopened = 17,

    /// <summary>Somebody who steps in corrected what it says.</summary>
    Corrected = 18,

    /// <summary>It was taken out of sight. The only thing that is told of a ticket while it is deleted.</summary>
    Deleted = 19,

    /// <summary>It is in sight again.</summary>
    Restored = 20,
}
