using LoonFlow.Domain.Access;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Domain.Trials;

/// <summary>One decision of a trial, and who would have been told of it.</summary>
/// <param name="By">Who decided: a person or the engine.</param>
/// <param name="At">When, in UTC, by the trial's clock.</param>
/// <param name="Events">What happened.</param>
/// <param name="Notices">Who would have heard of it.</param>
public sealed record TrialEntry(Actor By, DateTimeOffset At, IReadOnlyList<TicketEvent> Events, IReadOnlyList<PersonalNotice> Notices);
