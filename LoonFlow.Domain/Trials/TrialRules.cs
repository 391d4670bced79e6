using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Trials;

/// <summary>Whether a kept trial still goes as it went.</summary>
public static class TrialRules
{
    /// <summary>Where a trial went another way; null when it went the same.</summary>
    /// <param name="trial">What was kept.</param>
    /// <param name="workflow">What is tried.</param>
    /// <param name="company">Who is there.</param>
    public static TrialFailure? Check(KeptTrial trial, WorkflowVersion workflow, Company company)
    {
        var run = TrialRun.Begin(workflow, company, trial.StartsAt);

        foreach (var (kept, place) in trial.Steps.Select((kept, place) => (kept, place)))
        {
            var done = run.Do(kept.Step);

            if (!done.Succeeded)
            {
                return new TrialFailure(trial, place + 1, done.Refusal, []);
            }

            run = done.Value;

            if (!run.At.SequenceEqual(kept.Then))
            {
                return new TrialFailure(trial, place + 1, Refusal: null, run.At);
            }
        }

        return null;
    }
}

/// <summary>Where a kept trial went another way.</summary>
/// <param name="Trial">Which.</param>
/// <param name="Step">At which of its steps, counted from 1.</param>
/// <param name="Refusal">Why the step is refused now; null when it leads elsewhere.</param>
/// <param name="At">Where it leads now.</param>
public sealed record TrialFailure(KeptTrial Trial, int Step, Refusal? Refusal, IReadOnlyList<StateId> At)
{
    /// <summary>Where it led when it was kept.</summary>
    public IReadOnlyList<StateId> Expected => Trial.Steps[Step - 1].Then;
}
