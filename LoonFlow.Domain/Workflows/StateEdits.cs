using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Workflows;

/// <summary>Edits of one state, from document to document.</summary>
public static class StateEdits
{
    public static WorkflowDocument With(WorkflowDocument document, StateId id, Func<State, State> edit) =>
        document with { States = [.. document.States.Select(state => state.Id == id ? edit(state) : state)] };

    /// <summary>Gives a state another part to play: what still makes sense there is kept, the rest is dropped.</summary>
    public static WorkflowDocument WithKind(WorkflowDocument document, StateId id, StateKind kind)
    {
        var edited = With(document, id, state => As(state, kind));

        // No branches meet any more at what is no join.
        return kind is StateKind.Join
            ? edited
            : edited with { States = [.. edited.States.Select(state => state.Join == id ? state with { Join = null } : state)] };
    }

    private static State As(State state, StateKind kind) => kind switch
    {
        StateKind.Normal => state with { Kind = kind, Join = null, Joining = JoinSetting.ForAll },
        StateKind.Start or StateKind.End => Unasked(state) with { Kind = kind, Join = null, Joining = JoinSetting.ForAll },
        _ => Unasked(state) with
        {
            Kind = kind,
            Join = kind is StateKind.Fork ? state.Join : null,
            Joining = kind is StateKind.Join ? state.Joining : JoinSetting.ForAll,
            Access = new Dictionary<string, FieldAccess>(StringComparer.Ordinal),
        },
    };

    /// <summary>Where the designer says nobody: no work is shared out, nothing waits, nothing runs.</summary>
    private static State Unasked(State state) => state with
    {
        Participants = new ParticipantSpec.None(),
        Distribution = Distribution.Claim,
        Voting = new VotingPolicy.Unanimous(),
        WhenEmpty = EmptyParticipants.Refuse,
        Repeats = Repeats.AskAgain,
        RemembersLastHandler = false,
        Returns = ReturnSetting.Nowhere,
        Timers = [],
        Children = null,
    };
}

/// <summary>Edits of one transition, from document to document.</summary>
public static class TransitionEdits
{
    public static WorkflowDocument With(WorkflowDocument document, TransitionId id, Func<Transition, Transition> edit) =>
        document with { Transitions = [.. document.Transitions.Select(transition => transition.Id == id ? edit(transition) : transition)] };

    /// <summary>A branch whose condition is still to be written: it never holds.</summary>
    public static Transition WithBranch(Transition transition) =>
        transition with { Branches = [.. transition.Branches, new Branch(new Condition.Any([]), transition.To)] };

    /// <summary>Moves a branch to another place; the first that holds decides, so the order matters.</summary>
    public static Transition WithBranchMoved(Transition transition, int from, int to)
    {
        if (from == to || from < 0 || to < 0 || from >= transition.Branches.Count || to >= transition.Branches.Count)
        {
            return transition;
        }

        List<Branch> branches = [.. transition.Branches];
        var moved = branches[from];
        branches.RemoveAt(from);
        branches.Insert(to, moved);

        return transition with { Branches = branches };
    }
}
