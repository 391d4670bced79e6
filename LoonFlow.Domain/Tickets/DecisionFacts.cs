using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Everything from outside the ticket that a decision may depend on. Same facts, same decision.</summary>
public sealed record DecisionFacts
{
    /// <summary>The moment of the decision, in UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    public required Company Company { get; init; }

    public required WorkflowAccess Access { get; init; }

    /// <summary>Whether the actor created the ticket, had to handle it or handled it.</summary>
    public bool IsRelated { get; init; }

    /// <summary>A uniformly random number for random distribution.</summary>
    public uint Draw { get; init; }

    /// <summary>Uploaded files that the actor may attach here: their own fresh ones and those already on the ticket.</summary>
    public IReadOnlySet<FileId> UsableFiles { get; init; } = new HashSet<FileId>();

    /// <summary>For a ticket that is being filed: what its title may say.</summary>
    public TitleFacts Title { get; init; } = TitleFacts.Plain;

    /// <summary>What was looked up for the states that may be entered.</summary>
    public ParticipantFacts Participants { get; init; } = ParticipantFacts.None;
}
