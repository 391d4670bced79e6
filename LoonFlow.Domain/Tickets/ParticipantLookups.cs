using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// What a decision will need to know about participants beyond the company: asked before deciding, looked up by whoever
/// runs the use case, given as <see cref="ParticipantFacts"/>. Most workflows need nothing.
/// </summary>
/// <param name="External">States whose people a service names.</param>
/// <param name="InTurn">States that share work out in turn.</param>
/// <param name="NeedsWaiting">Whether it matters for whom how many tickets wait.</param>
/// <param name="NeedsParent">Whether the parent's values matter.</param>
public sealed record ParticipantLookups(
    IReadOnlyList<State> External,
    IReadOnlyList<StateId> InTurn,
    bool NeedsWaiting,
    bool NeedsParent)
{
    public bool IsEmpty => External.Count == 0 && InTurn.Count == 0 && !NeedsWaiting && !NeedsParent;

    /// <summary>For a ticket that may enter any of these states, and whatever it may pass through from there.</summary>
    public static ParticipantLookups For(WorkflowVersion workflow, params IEnumerable<StateId> entered)
    {
        if (!workflow.NeedsLookups)
        {
            return new ParticipantLookups([], [], NeedsWaiting: false, NeedsParent: false);
        }

        State[] states = [.. Ahead(workflow, entered).Select(workflow.State)];

        return new ParticipantLookups(
            [.. states.Where(state => Asks<ParticipantSpec.External>(state.Participants))],
            [.. states.Where(state => state.Distribution is Distribution.RoundRobin).Select(state => state.Id)],
            states.Any(state => state.Distribution is Distribution.LeastLoaded),
            states.Any(state => Asks<ParticipantSpec.ParentFields>(state.Participants)));
    }

    /// <summary>Where taking this transition, or any that leaves the state, may lead.</summary>
    public static ParticipantLookups For(WorkflowVersion workflow, Transition transition) => For(workflow, transition.Targets());

    internal static bool IsNeededBy(State state) =>
        state.Distribution is Distribution.RoundRobin or Distribution.LeastLoaded
        || Asks<ParticipantSpec.External>(state.Participants)
        || Asks<ParticipantSpec.ParentFields>(state.Participants);

    private static bool Asks<T>(ParticipantSpec spec)
        where T : ParticipantSpec => spec is T || (spec is ParticipantSpec.Union union && union.Parts.Any(Asks<T>));

    /// <summary>The states and, where one lets a ticket pass, those behind it.</summary>
    private static HashSet<StateId> Ahead(WorkflowVersion workflow, IEnumerable<StateId> entered)
    {
        var found = entered.ToHashSet();
        var waiting = new Queue<StateId>(found);

        while (waiting.TryDequeue(out var id))
        {
            var state = workflow.State(id);

            if (state.IsPassage || state.Repeats is not Repeats.AskAgain || state.WhenEmpty is EmptyParticipants.Skip || workflow.Blocks.ForkOf(id) is not null)
            {
                foreach (var next in Next(workflow, state).Where(found.Add))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return found;
    }

    private static IEnumerable<StateId> Next(WorkflowVersion workflow, State state) =>
        workflow.LeavingFrom(state.Id).SelectMany(transition => transition.Targets());
}
