using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>What happens to states on the canvas.</summary>
internal static class CanvasStates
{
    public static WorkflowDocument Add(WorkflowDocument document, CanvasEdit.AddState add, CanvasWords words)
    {
        var isSecondStart = add.Template is StateTemplate.Start && document.States.Any(state => state.Kind is StateKind.Start);

        return isSecondStart || !HasRoom(document, add.Id) ? document : With(document, Begin(document, add.Id, add.Template, add.At, words));
    }

    public static WorkflowDocument Add(WorkflowDocument document, CanvasEdit.AddBlock add, CanvasWords words)
    {
        if (add.Fork == add.Join || !HasRoom(document, add.Fork) || !HasRoom(document, add.Join))
        {
            return document;
        }

        var forked = With(document, Begin(document, add.Fork, StateTemplate.Fork, add.At, words) with { Join = add.Join });

        return With(forked, Begin(forked, add.Join, StateTemplate.Join, add.JoinAt, words));
    }

    public static WorkflowDocument Place(WorkflowDocument document, IReadOnlyList<StatePlace> places)
    {
        var at = new Dictionary<StateId, Position>();

        foreach (var place in places)
        {
            at[place.Id] = CanvasBounds.Within(place.At);
        }

        return Changed(document, state => at.ContainsKey(state.Id), state => state with { Position = at[state.Id] });
    }

    public static WorkflowDocument Rename(WorkflowDocument document, CanvasEdit.RenameState rename) => Changed(
        document, state => state.Id == rename.Id, state => state with { Name = CanvasBounds.Renamed(state.Name, rename.Name, rename.Language) });

    /// <summary>Neighbours change places, so that the order of all others stays as their designer numbered it.</summary>
    public static WorkflowDocument Shift(WorkflowDocument document, CanvasEdit.ShiftState shift)
    {
        State[] ordered = [.. document.States.OrderBy(state => state.Order)];
        var index = Array.FindIndex(ordered, state => state.Id == shift.Id);
        var beside = index + Math.Sign(shift.By);

        if (index < 0 || shift.By == 0 || beside < 0 || beside >= ordered.Length)
        {
            return document;
        }

        (ordered[index], ordered[beside]) = (ordered[beside], ordered[index]);
        int[] numbers = [.. document.States.Select(state => state.Order).Order()];
        var areDistinct = numbers.Distinct().Count() == numbers.Length;
        var order = ordered.Select((state, place) => (state.Id, Order: areDistinct ? numbers[place] : place)).ToDictionary(pair => pair.Id, pair => pair.Order);

        return Changed(document, _ => true, state => state with { Order = order[state.Id] });
    }

    public static WorkflowDocument Remove(WorkflowDocument document, IReadOnlyList<StateId> gone)
    {
        var left = document.States.Where(state => !gone.Contains(state.Id)).ToArray();

        if (left.Length == document.States.Count)
        {
            return document;
        }

        var lines = document.Transitions
            .SelectMany(transition => gone.Contains(transition.From) || gone.Contains(transition.To)
                ? [new LineRef(transition.Id)]
                : transition.Branches.Select((branch, index) => (branch, index)).Where(one => gone.Contains(one.branch.To)).Select(one => new LineRef(transition.Id, one.index)))
            .ToArray();

        return Changed(
            CanvasLines.Remove(document with { States = left }, lines),
            state => state.Join is { } join && gone.Contains(join),
            state => state with { Join = null });
    }

    internal static WorkflowDocument Changed(WorkflowDocument document, Func<State, bool> isIt, Func<State, State> change)
    {
        var states = CanvasEdits.Changed(document.States, isIt, change);

        return ReferenceEquals(states, document.States) ? document : document with { States = states };
    }

    internal static int NextOrder(WorkflowDocument document) => 1 + document.States.Select(state => state.Order).DefaultIfEmpty(0).Max();

    private static bool HasRoom(WorkflowDocument document, StateId id) =>
        document.States.Count < CanvasBounds.MostStates && document.States.All(state => state.Id != id);

    private static WorkflowDocument With(WorkflowDocument document, State state) => document with { States = [.. document.States, state] };

    private static State Begin(WorkflowDocument document, StateId id, StateTemplate template, Position? at, CanvasWords words)
    {
        var state = new State
        {
            Id = id,
            Name = Unused(document, words.State(template)),
            Order = NextOrder(document),
            Position = at is null ? null : CanvasBounds.Within(at),
        };

        return template switch
        {
            StateTemplate.Start => state with { Kind = StateKind.Start, Participants = new ParticipantSpec.Creator() },
            StateTemplate.End => state with { Kind = StateKind.End },
            StateTemplate.Fork => state with { Kind = StateKind.Fork },
            StateTemplate.Join => state with { Kind = StateKind.Join },
            StateTemplate.Script => state with { Participants = new ParticipantSpec.Script(string.Empty) },
            StateTemplate.Hook => state with { Participants = new ParticipantSpec.Hook(new ExternalCall(string.Empty)) },
            StateTemplate.Children => state with { Participants = new ParticipantSpec.Engine(), Children = new ChildrenSetting() },
            _ => state,
        };
    }

    private static Caption Unused(WorkflowDocument document, Caption name)
    {
        var used = document.States.Select(state => state.Name.Text).ToHashSet(StringComparer.Ordinal);
        var number = Enumerable.Range(1, document.States.Count + 1).First(number => !used.Contains(Numbered(name.Text, number)));

        return new Caption(Numbered(name.Text, number), name.English is null ? null : Numbered(name.English, number));
    }

    private static string Numbered(string name, int number) => number == 1 ? name : $"{name} {number}";
}
