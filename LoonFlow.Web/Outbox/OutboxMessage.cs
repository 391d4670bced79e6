using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Outbox;

/// <summary>
/// Something to be told to one listener after the commit that caused it. Delivered at least once; listeners are
/// idempotent by <see cref="Id"/>.
/// </summary>
public sealed class OutboxMessage
{
    public const int MaxListenerLength = 100;
    public const int MaxAboutLength = 300;

    /// <summary>Version 7: grows with time.</summary>
    public required Guid Id { get; init; }

    public required string Listener { get; init; }

    public required string Content { get; init; }

    /// <summary>The ticket it is about, if any.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>What it is, for people who look at deliveries: "crm → https://crm.example.com". Never a secret.</summary>
    public string About { get; init; } = string.Empty;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before; moves into the future with every failure.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>While in the future, a dispatcher is at it.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>Given up after the last attempt; kept for people to look at and to send again.</summary>
    public bool IsDead { get; set; }

    /// <summary>Due now, with all its attempts before it. A running lease stays: whoever holds it will find the message again.</summary>
    public void SendAgain(DateTimeOffset now)
    {
        DueAt = now;
        Attempts = 0;
        IsDead = false;
    }
}
