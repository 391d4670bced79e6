using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// A ticket that another system decided on so far, as it stands now. The one way beside decisions in which a ticket comes
/// into being: its history was made elsewhere and is taken as it is.
/// </summary>
public sealed record ImportedTicket
{
    public required TicketId Id { get; init; }

    public required string Serial { get; init; }

    public required string Title { get; init; }

    public required UserId Creator { get; init; }

    public required TicketStatus Status { get; init; }

    /// <summary>Where it is, or where it ended; a state of its version.</summary>
    public required StateId State { get; init; }

    public required FieldValues Values { get; init; }

    public ParentLink? Parent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Null for one that goes on here; then one of its visits is open.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Oldest first; of more than <see cref="Ticket.MaxSteps"/> the latest count.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>Its stays, as far as they are known, by rising numbers.</summary>
    public IReadOnlyList<ImportedVisit> Visits { get; init; } = [];
}

/// <summary>One stay of an imported ticket in one state.</summary>
public sealed record ImportedVisit
{
    public required int Number { get; init; }

    public required StateId State { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Null for the one that is open.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Who must act now; nobody in a visit that was left.</summary>
    public IReadOnlyList<Participant> Asked { get; init; } = [];

    /// <summary>Who had to act, acted, or was otherwise given a part in the ticket: they may go on viewing it.</summary>
    public IReadOnlyList<Participant> Related { get; init; } = [];

    public UserId? ClaimedBy { get; init; }

    public IReadOnlyList<Seat> Seats { get; init; } = [];

    /// <summary>Whether all have voted and no choice has won; those who administer the workflow decide.</summary>
    public bool IsUndecided { get; init; }

    public Consultation? Consultation { get; init; }

    public IReadOnlyList<VisitTimer> Timers { get; init; } = [];

    public AutomationRun? Automation { get; init; }
}
