using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>How a ticket comes to a state.</summary>
/// <param name="Kind">What the transition said about a running ticket; null when it is only being filed, or no transition was taken.</param>
/// <param name="Branch">The branch that it comes from.</param>
/// <param name="Cause">The visit that was left; 0 when it is being filed.</param>
/// <param name="Asked">Whom to ask instead of those whom the state would.</param>
/// <param name="ResumesAt">Where an agreement then leads straight back to.</param>
internal sealed record Entry(
    TransitionKind? Kind,
    VisitBranch? Branch,
    int Cause,
    IReadOnlyList<Participant>? Asked = null,
    Resumption? ResumesAt = null)
{
    /// <summary>From outside of all branches, by no transition.</summary>
    public static Entry Afresh(int cause) => new(Kind: null, Branch: null, cause);
}
