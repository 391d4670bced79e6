using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Settings.Deliveries;

/// <summary>A page of what failed or waits.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Total">How many there are in all pages.</param>
/// <param name="Failed">How many of this listener and ticket were given up, whatever else the filter says.</param>
/// <param name="Listeners">To whom anything waits at all.</param>
public sealed record DeliveryList(IReadOnlyList<DeliveryRow> Rows, int Total, int Failed, IReadOnlyList<string> Listeners);

/// <summary>One message that failed or waits.</summary>
public sealed record DeliveryRow
{
    public required Guid Id { get; init; }

    public required string Listener { get; init; }

    public required string About { get; init; }

    public required TicketId? Ticket { get; init; }

    public required string? Serial { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required bool IsDead { get; init; }

    public required bool IsUnderWay { get; init; }

    public required string? LastError { get; init; }
}

/// <summary>One line of a message's log.</summary>
public sealed record AttemptLine(Guid Id, int Number, DateTimeOffset At, int Took, DeliveryOutcome Outcome, string? Error);
