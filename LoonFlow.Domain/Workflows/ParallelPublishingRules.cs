namespace LoonFlow.Domain.Workflows;

/// <summary>
/// What must hold for forks and joins, so that no ticket can wait at a join for ever: each fork has a join of its own, its
/// branches lie between the two, nothing comes into them from elsewhere, and from every state in them the join can be
/// reached. Whatever leaves them otherwise ends the other branches. So each branch either arrives, or there is no join to
/// wait at any more. Enough branches must be able to agree, and one to refuse where
/// the join may, or its way on would never be taken.
/// </summary>
internal static class ParallelPublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document)
    {
        var blocks = ParallelBlocks.Of(document);
        var forks = document.States.Where(state => state.Kind is StateKind.Fork).ToArray();

        return
        [
            .. forks.SelectMany(fork => OfFork(document, blocks, fork)),
            .. document.States.Where(state => state.Kind is StateKind.Join).SelectMany(join => OfJoin(document, forks, join)),
            .. Loops(document),
        ];
    }

    private static IEnumerable<PublishingProblem> OfFork(WorkflowDocument document, ParallelBlocks blocks, State fork)
    {
        Transition[] ways = [.. document.Transitions.Where(transition => transition.From == fork.Id)];
        State? join = document.States.FirstOrDefault(state => state.Id == fork.Join && state.Kind is StateKind.Join);

        if (ways.Length < 2)
        {
            yield return PublishingProblems.ForkWithoutBranches(fork);
        }

        if (join is null)
        {
            yield return PublishingProblems.ForkWithoutJoin(fork);
            yield break;
        }

        if (join.Joining is { Needs: JoinNeeds.Count } joining && joining.Count is var count && (count < 1 || count > ways.Length))
        {
            yield return PublishingProblems.JoinCountImpossible(join, count, ways.Length);
        }

        var block = blocks.Block(fork.Id);

        foreach (var way in ways.Where(way => way.Targets().Any(to => to != join.Id && !block.Contains(to))))
        {
            yield return PublishingProblems.BranchLeavesAtOnce(fork, join, way);
        }

        foreach (var way in document.Transitions.Where(way => way.From != fork.Id && !block.Contains(way.From)))
        {
            if (way.Targets().Any(block.Contains))
            {
                yield return PublishingProblems.BranchEnteredFromOutside(fork, way);
            }

            if (way.Targets().Contains(join.Id))
            {
                yield return PublishingProblems.JoinEnteredFromOutside(join, way);
            }
        }

        foreach (var problem in OfOutcome(document, fork, ways, block, join))
        {
            yield return problem;
        }

        // A fork in a branch keeps to that branch, together with its join.
        foreach (var inner in document.States.Where(state => state.Kind is StateKind.Fork && block.Contains(state.Id) && state.Join is not null))
        {
            if (!block.Contains(inner.Join!.Value) || !blocks.Block(inner.Id).IsSubsetOf(block))
            {
                yield return PublishingProblems.ForksOverlap(fork, inner);
            }
        }
    }

    /// <summary>Where a join may refuse, each of its two ways on can be taken: some branch can refuse, and enough can agree.</summary>
    private static IEnumerable<PublishingProblem> OfOutcome(
        WorkflowDocument document, State fork, IReadOnlyList<Transition> branches, IReadOnlySet<StateId> block, State join)
    {
        if (!document.Transitions.Any(way => way.From == join.Id && way.Kind is TransitionKind.Refuse))
        {
            yield break;
        }

        Transition[] within = [.. document.Transitions.Where(way => block.Contains(way.From))];
        var next = within.SelectMany(way => way.Targets().Select(to => (way.From, To: to))).ToLookup(way => way.From, way => way.To);

        if (branches.Count(branch => Arrives(branch, isRefusal: false)) < join.Joining.Of(branches.Count))
        {
            yield return PublishingProblems.JoinAgreesNever(fork, join);
        }

        if (!branches.Any(branch => Arrives(branch, isRefusal: true)))
        {
            yield return PublishingProblems.JoinRefusesNever(fork, join);
        }

        bool Arrives(Transition branch, bool isRefusal)
        {
            var reached = ParallelBlocks.Reached(branch.Targets(), next, join.Id);

            return within.Where(way => reached.Contains(way.From)).Append(branch)
                .Any(way => way.Targets().Contains(join.Id) && way.Kind is TransitionKind.Refuse == isRefusal);
        }
    }

    private static IEnumerable<PublishingProblem> OfJoin(WorkflowDocument document, IReadOnlyList<State> forks, State join)
    {
        var exits = document.Transitions.Where(transition => transition.From == join.Id).ToArray();

        if (forks.Count(fork => fork.Join == join.Id) != 1)
        {
            yield return PublishingProblems.JoinNeedsOneFork(join);
        }

        if (exits.Count(way => way.Kind is not TransitionKind.Refuse) != 1 || exits.Count(way => way.Kind is TransitionKind.Refuse) > 1)
        {
            yield return PublishingProblems.JoinExits(join);
        }
    }

    /// <summary>Forks and joins that lead to each other without anybody between them would never come to rest.</summary>
    private static IEnumerable<PublishingProblem> Loops(WorkflowDocument document)
    {
        var passages = document.States.Where(state => state.IsPassage).Select(state => state.Id).ToHashSet();
        var ways = document.Transitions
            .Where(way => passages.Contains(way.From))
            .SelectMany(way => way.Targets().Where(passages.Contains).Select(to => (way.From, To: to)))
            .ToLookup(way => way.From, way => way.To);

        return document.States
            .Where(state => state.Kind is StateKind.Fork && ParallelBlocks.Reached(ways[state.Id], ways).Contains(state.Id))
            .Select(PublishingProblems.PassagesLoop);
    }
}
