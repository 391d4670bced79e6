using LoonFlow.Domain.Trials;

namespace LoonFlow.Tests.Domain.Trials;

internal static class TrialRunExtensions
{
    /// <summary>The trial after these steps, each of which must be accepted.</summary>
    public static TrialRun After(this TrialRun run, params IEnumerable<TrialStep> steps) => steps.Aggregate(run, (at, step) => at.Do(step).Value);
}
