using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Data.Rows;

/// <summary>One attempt at one run of a script or hook: for people to look at.</summary>
public sealed class AutomationAttempt
{
    public const int MaxTargetLength = 500;

    public long Id { get; init; }

    public required TicketId Ticket { get; init; }

    public required int Visit { get; init; }

    /// <summary>The run within the visit.</summary>
    public required int Run { get; init; }

    /// <summary>Whether a script ran; else a hook was called.</summary>
    public required bool IsScript { get; init; }

    /// <summary>The script's stored name, or the address that was called.</summary>
    public required string Target { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it runs, and for ever when LoonFlow was stopped meanwhile.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public Refusal? Problem { get; set; }

    /// <summary>What the script printed, or what the other system answered.</summary>
    public string Output { get; set; } = string.Empty;

    public string Error { get; set; } = string.Empty;
}
