using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for transitions, their branches and the conditions on them.</summary>
internal static class TransitionPublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document, Company company) =>
    [
        .. document.Transitions.Repeated(transition => transition.Id).Select(PublishingProblems.DuplicateTransition),
        .. document.Transitions.SelectMany(transition => OfTransition(document, company, transition)),
    ];

    private static IEnumerable<PublishingProblem> OfTransition(WorkflowDocument document, Company company, Transition transition)
    {
        if (transition.Name.IsEmpty)
        {
            yield return PublishingProblems.TransitionNameMissing(transition);
        }

        foreach (var problem in PublishingRules.TooLong(transition.Name, transition.Confirmation))
        {
            yield return problem.On(transition);
        }

        if (!Enum.IsDefined(transition.Kind))
        {
            yield return PublishingProblems.UnknownSetting("kind of transition", transition.Kind.ToString()).On(transition);
        }

        foreach (var problem in OfEnds(document, transition).Concat(transition.Branches.SelectMany(branch => OfBranch(document, company, transition, branch))))
        {
            yield return problem;
        }
    }

    private static IEnumerable<PublishingProblem> OfEnds(WorkflowDocument document, Transition transition)
    {
        if (document.States.FirstOrDefault(state => state.Id == transition.From) is not { } from)
        {
            yield return PublishingProblems.FromUnknown(transition);
        }
        else if (from.Kind is StateKind.End)
        {
            yield return PublishingProblems.LeavesEnd(transition, from);
        }

        if (!Exists(document, transition.To))
        {
            yield return PublishingProblems.ToUnknown(transition);
        }
    }

    private static IEnumerable<PublishingProblem> OfBranch(WorkflowDocument document, Company company, Transition transition, Branch branch) =>
    [
        .. Exists(document, branch.To) ? [] : new[] { PublishingProblems.BranchToUnknown(transition) },
        .. branch.When is Conditions.Condition.Any { Parts: [] } ? new[] { PublishingProblems.BranchWithoutCondition(transition) } : [],
        .. FormConditionRules.OfCondition(document, company, transition.Name, branch.When).Select(problem => problem.On(transition)),
    ];

    private static bool Exists(WorkflowDocument document, StateId id) => document.States.Any(state => state.Id == id);
}
