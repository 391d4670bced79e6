using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>
/// A workflow written down the way it is told. Access to fields is a list of keys: <c>title!</c> is required,
/// <c>reason?</c> optional, <c>days</c> read-only.
/// </summary>
internal sealed class Sketch(string name)
{
    private readonly List<FormField> _fields = [];
    private readonly List<State> _states = [];
    private readonly List<Transition> _transitions = [];

    public WorkflowDocument Document => new() { Name = name, Fields = [.. _fields], States = [.. _states], Transitions = [.. _transitions] };

    public static IReadOnlyDictionary<string, FieldAccess> Access(params IEnumerable<string> keys) =>
        keys.ToDictionary(
            key => key.TrimEnd('!', '?'),
            key => key[^1] switch { '!' => FieldAccess.Required, '?' => FieldAccess.Optional, _ => FieldAccess.ReadOnly },
            StringComparer.Ordinal);

    public Sketch Field(string key, FieldType type, params string[] choices)
    {
        _fields.Add(new FormField
        {
            Id = new FieldId(_fields.Count + 1),
            Key = key,
            Name = key,
            Type = type,
            Order = 200 + _fields.Count,
            Choices = [.. choices.Select(choice => new Choice(choice, choice))],
        });

        return this;
    }

    public Sketch Start(StateId id, string caption, params string[] access) =>
        Add(new State { Id = id, Name = caption, Kind = StateKind.Start, Access = Access(access) });

    public Sketch Step(StateId id, string caption, ParticipantSpec who, params string[] access) =>
        Add(new State { Id = id, Name = caption, Participants = who, Distribution = Distribution.Direct, Access = Access(access) });

    public Sketch End(StateId id, string caption) => Add(new State { Id = id, Name = caption, Kind = StateKind.End });

    public Sketch Fork(StateId id, string caption, StateId join) =>
        Add(new State { Id = id, Name = caption, Kind = StateKind.Fork, Join = join });

    public Sketch Join(StateId id, string caption, JoinSetting? joining = null) =>
        Add(new State { Id = id, Name = caption, Kind = StateKind.Join, Joining = joining ?? JoinSetting.ForAll });

    /// <summary>Changes the state written last.</summary>
    public Sketch But(Func<State, State> change)
    {
        _states[^1] = change(_states[^1]);

        return this;
    }

    public Sketch Claimed() => But(state => state with { Distribution = Distribution.Claim });

    public Sketch Drawn() => But(state => state with { Distribution = Distribution.Random });

    public Sketch Withdrawable() => But(state => state with { AllowsWithdrawal = true });

    public Sketch Agree(TransitionId id, string caption, StateId from, StateId to) =>
        Way(new Transition { Id = id, Name = caption, From = from, To = to });

    public Sketch Refuse(TransitionId id, string caption, StateId from, StateId to) =>
        Way(new Transition { Id = id, Name = caption, From = from, To = to, Kind = TransitionKind.Refuse, RequiresFields = false });

    public Sketch Other(TransitionId id, string caption, StateId from, StateId to) =>
        Way(new Transition { Id = id, Name = caption, From = from, To = to, Kind = TransitionKind.Other, RequiresFields = false });

    public Sketch Way(Transition transition)
    {
        _transitions.Add(transition);

        return this;
    }

    /// <summary>Lets a transition written before lead elsewhere.</summary>
    public Sketch Redirected(TransitionId id, StateId to)
    {
        var index = _transitions.FindIndex(transition => transition.Id == id);
        _transitions[index] = _transitions[index] with { To = to };

        return this;
    }

    /// <summary>Lets the transition written last lead elsewhere when a field's number is above the limit.</summary>
    public Sketch Above(string key, decimal limit, StateId to)
    {
        var condition = new Condition.Compare(
            new Operand.Field(key), Comparison.Greater, new Operand.Literal(new FieldValue.Decimal(limit)));

        return Branch(condition, to);
    }

    public Sketch Branch(Condition when, StateId to)
    {
        _transitions[^1] = _transitions[^1] with { Branches = [.. _transitions[^1].Branches, new Branch(when, to)] };

        return this;
    }

    public WorkflowVersion Version(long workflow) => new(new VersionId(workflow * 100), new WorkflowId(workflow), 1, Document);

    private Sketch Add(State state)
    {
        _states.Add(state with { Order = _states.Count });

        return this;
    }
}
