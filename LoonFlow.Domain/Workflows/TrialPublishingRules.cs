using System.Globalization;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Trials;

namespace LoonFlow.Domain.Workflows;

/// <summary>Kept trials must go as they went. They are asked only where nothing else stands in the way: they run the workflow.</summary>
internal static class TrialPublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document, Company company)
    {
        if (document.Trials is [])
        {
            return [];
        }

        if (Malformed(document).ToArray() is [_, ..] malformed)
        {
            return malformed;
        }

        var workflow = new WorkflowVersion(default, default, number: 0, document);

        return document.Trials
            .Select(trial => TrialRules.Check(trial, workflow, company))
            .OfType<TrialFailure>()
            .Select(failure => Problem(document, failure));
    }

    /// <summary>A file may say anything; what cannot be run is not tried.</summary>
    private static IEnumerable<PublishingProblem> Malformed(WorkflowDocument document)
    {
        var most = KeptTrial.Most.ToString(CultureInfo.InvariantCulture);

        if (document.Trials.Count > KeptTrial.Most)
        {
            yield return new PublishingProblem(ProblemSeverity.Error, "workflow.trial_too_many", $"A workflow keeps at most {most} trials.") { Arguments = [most] };
        }

        foreach (var trial in document.Trials.Where(trial => !trial.IsSound).Concat(document.Trials.Repeated(trial => trial.Name)).Distinct())
        {
            yield return new PublishingProblem(
                ProblemSeverity.Error,
                "workflow.trial_malformed",
                $"The kept trial “{trial.Name}” cannot be run: it needs a name of its own, 1 to {KeptTrial.MostSteps} steps, and a beginning in this century.")
            {
                Arguments = [trial.Name, KeptTrial.MostSteps.ToString(CultureInfo.InvariantCulture)],
            };
        }
    }

    private static PublishingProblem Problem(WorkflowDocument document, TrialFailure failure)
    {
        var step = failure.Step.ToString(CultureInfo.InvariantCulture);

        return failure.Refusal is { } refusal
            ? new PublishingProblem(ProblemSeverity.Error, "workflow.trial_refused", $"The kept trial “{failure.Trial.Name}” cannot take its step {step} any more: {refusal.Message}")
            {
                Arguments = [failure.Trial.Name, step, refusal.Code, .. refusal.Arguments, .. refusal.Fields.Select(field => field.Arguments is [var name, ..] ? name : field.Key)],
            }
            : new PublishingProblem(
                ProblemSeverity.Error,
                "workflow.trial_went_elsewhere",
                $"The kept trial “{failure.Trial.Name}” leads to {Names(document, failure.At)} at its step {step}, not to {Names(document, failure.Expected)}.")
            {
                Arguments = [failure.Trial.Name, step, Names(document, failure.At), Names(document, failure.Expected)],
            };
    }

    private static string Names(WorkflowDocument document, IEnumerable<StateId> states) =>
        string.Join(" + ", states.Select(id => $"“{document.States.FirstOrDefault(state => state.Id == id)?.Name.Text ?? "?"}”"));
}
