using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Outbox;

public enum DeliveryOutcome
{
    Delivered = 1,

    /// <summary>Tried again later, or given up after the last attempt.</summary>
    Failed = 2,

    /// <summary>The listener named the moment of the next attempt.</summary>
    Postponed = 3,

    /// <summary>The listener said that it will never work.</summary>
    Refused = 4,

    /// <summary>Somebody gave it up.</summary>
    Discarded = 5,

    /// <summary>The application stopped meanwhile; does not count and is not written down.</summary>
    Interrupted = 6,
}

/// <summary>One attempt to deliver a message; outlives the message by up to <see cref="KeptFor"/>.</summary>
public sealed class DeliveryAttempt
{
    public const int MaxErrorLength = 2000;

    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Version 7: grows with time.</summary>
    public required Guid Id { get; init; }

    public required Guid Message { get; init; }

    public required string Listener { get; init; }

    public TicketId? Ticket { get; init; }

    public string About { get; init; } = string.Empty;

    /// <summary>Counted from 1; begins anew when somebody sends the message again.</summary>
    public required int Number { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required int Took { get; init; }

    public required DeliveryOutcome Outcome { get; init; }

    public string? Error { get; init; }
}
