namespace LoonFlow.Domain.Workflows;

/// <summary>
/// Which states lie between a fork and its join. A state is in the block of a fork when it can be reached only through the
/// fork, from there without passing the join, and when the join can be reached from it. A ticket that goes from inside to
/// anywhere else but the join leaves the block, which ends the other branches.
/// </summary>
public sealed class ParallelBlocks
{
    private readonly Dictionary<StateId, HashSet<StateId>> _blocks;

    private ParallelBlocks(Dictionary<StateId, HashSet<StateId>> blocks) => _blocks = blocks;

    /// <summary>Total: a broken document gives smaller blocks, never an exception.</summary>
    public static ParallelBlocks Of(WorkflowDocument document)
    {
        var ways = document.Transitions.SelectMany(transition => transition.Targets().Select(to => (transition.From, To: to))).ToArray();
        var forward = ways.ToLookup(way => way.From, way => way.To);
        var backward = ways.ToLookup(way => way.To, way => way.From);
        var starts = document.States.Where(state => state.Kind is StateKind.Start).Select(state => state.Id).ToArray();
        var blocks = new Dictionary<StateId, HashSet<StateId>>();

        foreach (var fork in document.States.Where(state => state is { Kind: StateKind.Fork, Join: not null }))
        {
            var join = fork.Join!.Value;
            var block = Reached(forward[fork.Id], forward, join);
            block.IntersectWith(Reached([join], backward, fork.Id));
            block.ExceptWith(Reached(starts, forward, fork.Id));
            block.Remove(join);
            block.Remove(fork.Id);
            blocks[fork.Id] = block;
        }

        return new ParallelBlocks(blocks);
    }

    /// <summary>Whether the state lies between this fork and its join.</summary>
    public bool Contains(StateId fork, StateId state) => _blocks.TryGetValue(fork, out var block) && block.Contains(state);

    /// <summary>The fork of the smallest block that the state lies in; null outside of branches.</summary>
    public StateId? ForkOf(StateId state) => _blocks
        .Where(pair => pair.Value.Contains(state))
        .OrderBy(pair => pair.Value.Count)
        .Select(pair => (StateId?)pair.Key)
        .FirstOrDefault();

    internal IReadOnlySet<StateId> Block(StateId fork) => _blocks.GetValueOrDefault(fork) ?? [];

    /// <summary>Everything reached from these, themselves included, never stepping on the wall.</summary>
    internal static HashSet<StateId> Reached(IEnumerable<StateId> from, ILookup<StateId, StateId> ways, StateId? wall = null)
    {
        var reached = from.Where(state => state != wall).ToHashSet();
        var waiting = new Queue<StateId>(reached);

        while (waiting.TryDequeue(out var state))
        {
            foreach (var next in ways[state].Where(next => next != wall && reached.Add(next)))
            {
                waiting.Enqueue(next);
            }
        }

        return reached;
    }
}
