namespace LoonFlow.Domain.Workflows;

/// <summary>What can be wrong with forks, joins, votes and child tickets.</summary>
internal static partial class PublishingProblems
{
    public static PublishingProblem ForkWithoutBranches(State fork) => Error(
        "workflow.fork_without_branches", $"“{fork.Name}” opens parallel branches; draw at least two transitions that leave it.", fork.Name.Text).At(fork);

    public static PublishingProblem ForkWithoutJoin(State fork) =>
        Error("workflow.fork_without_join", $"Say at which join the branches of “{fork.Name}” meet.", fork.Name.Text).At(fork);

    public static PublishingProblem JoinCountImpossible(State join, int count, int branches) => Error(
        "workflow.join_count_impossible",
        $"“{join.Name}” waits for {count} branches, but there are {branches}.",
        join.Name.Text,
        Number(count),
        Number(branches)).At(join);

    public static PublishingProblem BranchLeavesAtOnce(State fork, State join, Transition way) => Error(
        "workflow.branch_leaves_at_once",
        $"The branch “{way.Name}” of “{fork.Name}” leads to a state from which “{join.Name}” cannot be reached.",
        way.Name.Text,
        fork.Name.Text,
        join.Name.Text).On(way);

    public static PublishingProblem BranchEnteredFromOutside(State fork, Transition way) => Error(
        "workflow.branch_entered_from_outside",
        $"“{way.Name}” leads from outside into a branch of “{fork.Name}”; lead it to “{fork.Name}” itself.",
        way.Name.Text,
        fork.Name.Text).On(way);

    public static PublishingProblem JoinEnteredFromOutside(State join, Transition way) => Error(
        "workflow.join_entered_from_outside",
        $"“{way.Name}” leads to “{join.Name}” from outside of its branches; lead it to the state behind.",
        way.Name.Text,
        join.Name.Text).On(way);

    public static PublishingProblem JoinAgreesNever(State fork, State join) => Error(
        "workflow.join_agrees_never",
        $"Too few branches of “{fork.Name}” can reach “{join.Name}” by agreeing, so only its refusing transition would ever be taken.",
        fork.Name.Text,
        join.Name.Text).At(join);

    public static PublishingProblem JoinRefusesNever(State fork, State join) => Error(
        "workflow.join_refuses_never",
        $"No branch of “{fork.Name}” can reach “{join.Name}” by refusing, so its refusing transition would never be taken.",
        fork.Name.Text,
        join.Name.Text).At(join);

    public static PublishingProblem ForksOverlap(State outer, State inner) => Error(
        "workflow.forks_overlap",
        $"The branches of “{inner.Name}” reach beyond the branch of “{outer.Name}” that they begin in.",
        inner.Name.Text,
        outer.Name.Text).At(inner);

    public static PublishingProblem JoinNeedsOneFork(State join) =>
        Error("workflow.join_needs_one_fork", $"“{join.Name}” must be the join of exactly one fork.", join.Name.Text).At(join);

    public static PublishingProblem JoinExits(State join) => Error(
        "workflow.join_exits", $"One transition must leave “{join.Name}”, and besides it at most one that refuses.", join.Name.Text).At(join);

    public static PublishingProblem PassagesLoop(State fork) => Error(
        "workflow.passages_loop", $"From “{fork.Name}” the flow leads back to it without anybody to act in between.", fork.Name.Text).At(fork);

    public static PublishingProblem VotesImpossible(State state) => Error(
        "workflow.votes_impossible", $"Say how many votes, at least 1, or what share, 1 to 100 percent, decide in “{state.Name}”.", state.Name.Text).At(state);

    public static PublishingProblem SkipsNowhere(State state) => Error(
        "workflow.skips_nowhere", $"“{state.Name}” may be passed without asking anybody; draw a transition that agrees and leaves it.", state.Name.Text).At(state);

    public static PublishingProblem ChildrenMalformed(State state) => Error(
        "workflow.children_malformed", $"“{state.Name}” starts child tickets; say of which workflow, and for which field where there is one for each.", state.Name.Text).At(state);

    public static PublishingProblem ChildrenFieldUnknown(State state, string key) => Error(
        "workflow.children_field_unknown", $"The child tickets of “{state.Name}” speak of the field “{key}”, which does not exist.", state.Name.Text, key).At(state).Of(key);

    public static PublishingProblem OnlyAutomaticExits(State state) => Warning(
        "workflow.only_automatic_exits", $"People are asked in “{state.Name}” but only automatic transitions leave it.", state.Name.Text).At(state);
}
