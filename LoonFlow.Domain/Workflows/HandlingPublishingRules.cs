using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for how a state is handled: its votes, what passes it, its child tickets.</summary>
internal static class HandlingPublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document, State state) =>
    [
        .. OfVoting(state),
        .. OfPassing(document, state),
        .. state.Children is { } children ? OfChildren(document, state, children) : [],
    ];

    private static PublishingProblem[] OfVoting(State state) => state switch
    {
        { Distribution: not Distribution.AllMustProcess } => [],
        { Voting: VotingPolicy.Count { Needed: < 1 } } or { Voting: VotingPolicy.Percentage { Percent: < 1 or > 100 } } => [PublishingProblems.VotesImpossible(state)],
        _ => [],
    };

    private static IEnumerable<PublishingProblem> OfPassing(WorkflowDocument document, State state)
    {
        Transition[] exits = [.. document.Transitions.Where(way => way.From == state.Id)];

        if (state is { Kind: StateKind.Normal, IsAutomatic: false } && (state.WhenEmpty is EmptyParticipants.Skip || state.Repeats is not Repeats.AskAgain)
            && !exits.Any(way => way is { Kind: TransitionKind.Agree, IsAutomatic: false }))
        {
            yield return PublishingProblems.SkipsNowhere(state);
        }

        if (state is { Kind: StateKind.Normal, IsAutomatic: false } && exits is not [] && exits.All(way => way.IsAutomatic))
        {
            yield return PublishingProblems.OnlyAutomaticExits(state);
        }
    }

    private static IEnumerable<PublishingProblem> OfChildren(WorkflowDocument document, State state, ChildrenSetting children)
    {
        var isForEach = children.Per is ChildrenPer.Person or ChildrenPer.Row or ChildrenPer.Choice;

        if ((children.Per is not ChildrenPer.Caller && children.Workflow is null)
            || (isForEach && children.Field is null)
            || (children is { Wait: ChildrenWait.Condition, When: null })
            || (children is { Wait: ChildrenWait.Count, Count: < 1 }))
        {
            yield return PublishingProblems.ChildrenMalformed(state);
        }

        // The child's own fields are known only where its workflow is; its form says so when the child is filed.
        string?[] keys = [isForEach ? children.Field : null, .. children.Down.Select(pair => pair.From), .. children.Up.Select(pair => pair.To)];

        foreach (var key in keys.OfType<string>().Where(key => !IsKnown(document, key)).Distinct())
        {
            yield return PublishingProblems.ChildrenFieldUnknown(state, key);
        }
    }

    private static bool IsKnown(WorkflowDocument document, string key) =>
        PublishingRules.Field(document, key) is not null || BuiltInField.Positions.ContainsKey(key);
}
