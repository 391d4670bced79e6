namespace LoonFlow.Domain.Notifications;

/// <summary>Events that people choose about together.</summary>
public enum NoticeGroup
{
    /// <summary>They must do something.</summary>
    WaitsForMe = 1,

    /// <summary>What became of tickets that they filed or had to handle.</summary>
    AboutMyTickets = 2,

    /// <summary>What others write.</summary>
    Comments = 3,
}
