namespace LoonFlow.Domain.Workflows;

/// <summary>
/// When the votes of "all must process" are enough (spec B.13 [R]). Where no transition can win any more, the ticket goes
/// to those who administer the workflow.
/// </summary>
public abstract record VotingPolicy
{
    private VotingPolicy()
    {
    }

    /// <summary>Only an identical choice of all moves on; loonflow's rule.</summary>
    public sealed record Unanimous : VotingPolicy;

    /// <summary>The first refusal wins at once; else all must choose the same.</summary>
    public sealed record AnyRefusal : VotingPolicy;

    /// <summary>What more than half choose.</summary>
    public sealed record Majority : VotingPolicy;

    /// <summary>What this many choose first; all of them where there are fewer people.</summary>
    public sealed record Count(int Needed) : VotingPolicy;

    /// <summary>What this share of the people chooses first, in percent, rounded up.</summary>
    public sealed record Percentage(int Percent) : VotingPolicy;
}
