using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One open stay in a state.</summary>
/// <param name="Visit">Its number.</param>
/// <param name="State">Where.</param>
/// <param name="StateName">What people call that.</param>
/// <param name="Since">Since when.</param>
/// <param name="WaitsFor">Who must act.</param>
/// <param name="ClaimedBy">Who took it on; null while nobody has or had to.</param>
/// <param name="Consultations">Who asked whom, the latest last.</param>
public sealed record TicketStay(
    int Visit,
    StateId State,
    Caption StateName,
    DateTimeOffset Since,
    IReadOnlyList<ParticipantName> WaitsFor,
    PersonName? ClaimedBy,
    IReadOnlyList<ConsultationLine> Consultations);

/// <summary>Who asked whom, and when.</summary>
public sealed record ConsultationLine(PersonName Asker, PersonName Asked, DateTimeOffset At);
