using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>What had to be looked up to resolve participants; see <see cref="ParticipantLookups"/>.</summary>
public sealed record ParticipantFacts
{
    public static readonly ParticipantFacts None = new();

    /// <summary>The parent ticket's values; null without a parent.</summary>
    public FieldValues? Parent { get; init; }

    /// <summary>Whom an external service named for a state.</summary>
    public IReadOnlyDictionary<StateId, IReadOnlyList<UserId>> External { get; init; } = new Dictionary<StateId, IReadOnlyList<UserId>>();

    /// <summary>Why an external service could not say who acts in a state; the ticket cannot enter it then.</summary>
    public IReadOnlyDictionary<StateId, Refusal> Failures { get; init; } = new Dictionary<StateId, Refusal>();

    /// <summary>How often work was shared out in turn in a state before.</summary>
    public IReadOnlyDictionary<StateId, long> Turns { get; init; } = new Dictionary<StateId, long>();

    /// <summary>How many tickets wait for a person; nobody named here has none.</summary>
    public IReadOnlyDictionary<UserId, int> Waiting { get; init; } = new Dictionary<UserId, int>();
}
