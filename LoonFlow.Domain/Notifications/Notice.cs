using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Notifications;

/// <summary>
/// Somebody is to hear of something. Who they are stays a reference here, because it is written in the decision's
/// commit; <see cref="NoticeRules.Recipients"/> makes people of it when it is told.
/// </summary>
/// <param name="Event">What happened to them.</param>
/// <param name="State">The state that it is about: the one entered, or the one in which it happened.</param>
/// <param name="Visit">The number of the visit that it is about; null when it is about the ticket.</param>
/// <param name="Who">Those who hear of it. Empty for a mention, whose comment names them, and for a failure.</param>
/// <param name="Actor">Whose doing it is, who hears nothing of it; null when it was the engine's.</param>
/// <param name="Comment">What was written with it, or why it failed.</param>
/// <param name="Transition">The transition that led to it, if one did.</param>
public sealed record Notice(
    NoticeEvent Event,
    StateId State,
    int? Visit,
    IReadOnlyList<Participant> Who,
    UserId? Actor,
    string Comment,
    TransitionId? Transition);

/// <summary>A notice for one person.</summary>
public sealed record PersonalNotice(UserId Recipient, Notice Notice);
