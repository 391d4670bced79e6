using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for transitions, their branches and the conditions on them.</summary>
internal static class TransitionPublishingRules
{
    /// <summary>Deeper trees than anybody writes could exhaust the stack when they are evaluated or stored.</summary>
    private const int MaxConditionDepth = 200;

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
        .. IsTooDeep(branch.When) ? [PublishingProblems.ConditionTooDeep(transition)] : OfCondition(document, company, transition, branch.When),
    ];

    private static IEnumerable<PublishingProblem> OfCondition(WorkflowDocument document, Company company, Transition transition, Condition condition) =>
        ConditionDoubts.Of(condition, document.Fields, company).Select(doubt => doubt.IsUnknown
            ? PublishingProblems.ConditionUnknownField(transition, doubt.Key)
            : PublishingProblems.ConditionNeverHolds(transition, PublishingRules.Field(document, doubt.Key)?.Name ?? doubt.Key, doubt.Key));

    /// <summary>Walks without recursion, because the tree may be too deep for it.</summary>
    private static bool IsTooDeep(Condition condition)
    {
        var waiting = new Stack<(object Node, int Depth)>([(condition, 1)]);

        while (waiting.TryPop(out var at))
        {
            if (at.Depth > MaxConditionDepth)
            {
                return true;
            }

            foreach (var part in Parts(at.Node))
            {
                waiting.Push((part, at.Depth + 1));
            }
        }

        return false;
    }

    private static IEnumerable<object> Parts(object node) => node switch
    {
        Condition.All all => all.Parts,
        Condition.Any any => any.Parts,
        Condition.Not not => [not.Part],
        Condition.Compare compare => [compare.Left, compare.Right],
        Condition.In @in => [@in.Value, .. @in.Listed],
        Condition.Contains contains => [contains.Whole, contains.Part],
        Operand.Arithmetic sum => [sum.Left, sum.Right],
        _ => [],
    };

    private static bool Exists(WorkflowDocument document, StateId id) => document.States.Any(state => state.Id == id);
}
