using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>What the votes of several say so far.</summary>
public abstract record VotingOutcome
{
    private VotingOutcome()
    {
    }

    /// <summary>More votes are needed.</summary>
    public sealed record Open : VotingOutcome;

    public sealed record Decided(TransitionId Transition) : VotingOutcome;

    /// <summary>No transition can win any more.</summary>
    public sealed record Undecided : VotingOutcome;
}
