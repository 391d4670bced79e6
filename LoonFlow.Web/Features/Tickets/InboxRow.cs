using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One ticket in a list.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Serial">What people quote.</param>
/// <param name="Title">Its title.</param>
/// <param name="Workflow">The name its workflow has now.</param>
/// <param name="Icon">The workflow's symbol.</param>
/// <param name="States">Where it is: one state, or several with parallel branches.</param>
/// <param name="WaitsFor">Who must act now.</param>
/// <param name="WaitsForMe">Whether the reader is among them.</param>
/// <param name="WaitsSince">When it came to where it waits; null when it is over.</param>
/// <param name="Creator">Who filed it.</param>
/// <param name="Status">How it stands.</param>
/// <param name="CreatedAt">When it was filed.</param>
public sealed record InboxRow(
    TicketId Id,
    string Serial,
    string Title,
    Caption Workflow,
    string Icon,
    IReadOnlyList<Caption> States,
    IReadOnlyList<ParticipantName> WaitsFor,
    bool WaitsForMe,
    DateTimeOffset? WaitsSince,
    PersonName Creator,
    TicketStatus Status,
    DateTimeOffset CreatedAt)
{
    /// <summary>Whether the reader is asked by name; then they come first among those who must act.</summary>
    public bool AsksMe { get; init; }

    /// <summary>How many of how many have decided, where several vote and it is not decided yet.</summary>
    public InboxVote? Vote { get; init; }

    /// <summary>Whether something that runs by itself has failed.</summary>
    public bool HasFailed { get; init; }

    /// <summary>Whether it waits for child tickets.</summary>
    public bool WaitsForChildren { get; init; }

    /// <summary>The next thing that moves it by itself; reminders are none.</summary>
    public InboxDue? Due { get; init; }
}

/// <summary>How far a vote is.</summary>
public sealed record InboxVote(int Decided, int All);

/// <summary>When a ticket moves by itself, or goes to somebody else.</summary>
public sealed record InboxDue(DateTimeOffset At, bool IsEscalation);
