using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// A state that a ticket left by somebody's decision: what returning, taking back, "the previous handler" and "the last
/// handler" go by. Comments and claims are no steps. Where a ticket was withdrawn, moved outside the flow or opened again
/// there is one of nobody's, a refusal of the filing: what was agreed to before it is asked for again.
/// </summary>
/// <param name="Visit">The visit that was left; 0 is the filing itself.</param>
/// <param name="State">Where.</param>
/// <param name="By">Who decided; null when it was the engine.</param>
/// <param name="Kind">What the decision said; returning is a refusal.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Fork">The fork visit whose branch it happened in; null outside of branches.</param>
/// <param name="Way">The transition of that fork that opened the branch; null outside of branches.</param>
public sealed record Step(int Visit, StateId State, UserId? By, TransitionKind Kind, DateTimeOffset At, int? Fork = null, TransitionId? Way = null);
