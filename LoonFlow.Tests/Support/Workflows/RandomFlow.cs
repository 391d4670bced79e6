using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>
/// Workflows as nobody would draw them: nested forks, votes, orders, skips, repeats, returns and automatic states, sound or
/// with ways led astray. The same seed draws the same workflow.
/// </summary>
internal sealed class RandomFlow
{
    private const int MaxDepth = 2;

    private static readonly VotingPolicy[] Policies =
    [
        new VotingPolicy.Unanimous(), new VotingPolicy.AnyRefusal(), new VotingPolicy.Majority(), new VotingPolicy.Count(2), new VotingPolicy.Percentage(40),
    ];

    private static readonly ParticipantSpec[] Specs =
    [
        new ParticipantSpec.People([Cast.Bob]),
        new ParticipantSpec.People([Cast.Cleo, Cast.Dan]),
        new ParticipantSpec.People([Cast.Olga, Cast.Bob, Cast.Gil, Cast.Omar]),
        new ParticipantSpec.Departments([Cast.HumanResources]),
        new ParticipantSpec.Roles([Cast.Operators]),
        new ParticipantSpec.Creator(),
        new ParticipantSpec.CreatorsLeader(),
        new ParticipantSpec.CreatorsLeader(2),
        new ParticipantSpec.DepartmentLeaders([Cast.Operations]),
        new ParticipantSpec.PreviousHandler(),
        new ParticipantSpec.Union([new ParticipantSpec.Creator(), new ParticipantSpec.People([Cast.Dan])]),
    ];

    private readonly Random _random;
    private readonly List<State> _states = [];
    private readonly List<Transition> _ways = [];
    private long _ids;

    private RandomFlow(int seed) => _random = new Random(seed);

    public static WorkflowDocument Of(int seed) => new RandomFlow(seed).Document(seed);

    private WorkflowDocument Document(int seed)
    {
        var start = Add(new State { Id = Id(), Name = "New", Kind = StateKind.Start, Access = Sketch.Access("title?") });
        var last = Several(start, depth: 0, back: start);
        var end = Add(new State { Id = Id(), Name = "Done", Kind = StateKind.End });
        Lead(last, end);

        for (var astray = _random.Next(4) - 1; astray > 0; astray--)
        {
            var index = _random.Next(_ways.Count);
            _ways[index] = _ways[index] with { To = _states[_random.Next(_states.Count)].Id };
        }

        return new WorkflowDocument { Name = $"Flow {seed}", States = [.. _states], Transitions = [.. _ways] };
    }

    /// <summary>One to four parts, one behind the other; the state that the last of them leaves from.</summary>
    private StateId Several(StateId from, int depth, StateId back)
    {
        var last = from;

        for (var count = 1 + _random.Next(depth == 0 ? 4 : 2); count > 0; count--)
        {
            last = depth < MaxDepth && _random.Next(3) == 0 ? Parallel(last, depth, back) : Step(last, back);
        }

        return last;
    }

    private StateId Step(StateId from, StateId back)
    {
        var isAutomatic = _random.Next(8) == 0;
        var step = Add(isAutomatic
            ? new State { Id = Id(), Name = $"By itself {_ids}", Participants = _random.Next(2) == 0 ? new ParticipantSpec.Engine() : new ParticipantSpec.Script("work.py") }
            : Asking());
        Lead(from, step);

        if (!isAutomatic && _random.Next(2) == 0)
        {
            Lead(step, back, TransitionKind.Refuse);
        }

        return step;
    }

    private State Asking() => new()
    {
        Id = Id(),
        Name = $"Step {_ids}",
        Participants = Specs[_random.Next(Specs.Length)],
        Distribution = (Distribution)(1 + _random.Next(7)),
        Voting = Policies[_random.Next(Policies.Length)],
        WhenEmpty = (EmptyParticipants)_random.Next(3),
        Repeats = _random.Next(2) == 0 ? Repeats.AskAgain : (Repeats)_random.Next(8),
        RemembersLastHandler = _random.Next(4) == 0,
        AllowsWithdrawal = _random.Next(3) == 0,
        AllowsTakingBack = _random.Next(2) == 0,
        Actions = (StateActions)_random.Next(4),
        Returns = new ReturnSetting((ReturnTargets)(_random.Next(2) * _random.Next(8)), (AfterReturn)_random.Next(3)),
    };

    private StateId Parallel(StateId from, int depth, StateId back)
    {
        var (fork, join) = (Id(), Id());
        Add(new State { Id = fork, Name = $"Fork {fork.Value}", Kind = StateKind.Fork, Join = _random.Next(20) == 0 ? from : join });
        Lead(from, fork);

        for (var branches = 2 + _random.Next(2); branches > 0; branches--)
        {
            var first = _ways.Count;
            var last = Several(fork, depth + 1, back: _random.Next(2) == 0 ? join : back);
            Lead(last, join, _random.Next(5) == 0 ? TransitionKind.Other : TransitionKind.Agree);

            if (_random.Next(6) == 0)
            {
                Lead(_ways[first].To, back, TransitionKind.Other);
            }
        }

        Add(new State
        {
            Id = join,
            Name = $"Join {join.Value}",
            Kind = StateKind.Join,
            Joining = new JoinSetting((JoinNeeds)_random.Next(3), 1 + _random.Next(3), RefusalEndsOthers: _random.Next(2) == 0),
        });

        if (_random.Next(3) == 0)
        {
            Lead(join, back, TransitionKind.Refuse);
        }

        return join;
    }

    private StateId Add(State state)
    {
        _states.Add(state with { Order = _states.Count });

        return state.Id;
    }

    private void Lead(StateId from, StateId to, TransitionKind kind = TransitionKind.Agree) => _ways.Add(new Transition
    {
        Id = new TransitionId(1_000 + _ways.Count),
        Name = $"Way {_ways.Count}",
        From = from,
        To = to,
        Kind = kind,
        RequiresFields = kind is TransitionKind.Agree,
    });

    private StateId Id() => new(++_ids);
}
