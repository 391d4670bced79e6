using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Trials;

/// <summary>A trial that is run again before every publishing: the workflow must lead the same steps to the same states.</summary>
/// <param name="Name">What its designer calls it; unique in its workflow.</param>
/// <param name="StartsAt">What the trial's clock showed at the beginning, in UTC.</param>
/// <param name="Steps">What was done, and where the ticket was afterwards.</param>
public sealed record KeptTrial(string Name, DateTimeOffset StartsAt, IReadOnlyList<KeptStep> Steps)
{
    public const int MaxNameLength = 100;

    /// <summary>How many a workflow may keep.</summary>
    public const int Most = 50;

    public const int MostSteps = 200;

    /// <summary>Beginnings outside of these years are nobody's; far from them a clock would run over.</summary>
    public static readonly (int First, int Last) Years = (2000, 2100);

    /// <summary>Whether it can be run at all.</summary>
    public bool IsSound => !string.IsNullOrWhiteSpace(Name) && Name.Length <= MaxNameLength && Steps.Count is > 0 and <= MostSteps && StartsAt.Year >= Years.First && StartsAt.Year <= Years.Last;

    public bool Equals(KeptTrial? other) => other is not null && Name == other.Name && StartsAt == other.StartsAt && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => HashCode.Combine(Name, Steps.Count);
}

/// <summary>One step of a kept trial.</summary>
/// <param name="Step">What was done.</param>
/// <param name="Then">The states in which the ticket was open afterwards, each once; the end state when it was over.</param>
public sealed record KeptStep(TrialStep Step, IReadOnlyList<StateId> Then)
{
    public bool Equals(KeptStep? other) => other is not null && Step == other.Step && Then.SequenceEqual(other.Then);

    public override int GetHashCode() => HashCode.Combine(Step, Then.Count);
}
