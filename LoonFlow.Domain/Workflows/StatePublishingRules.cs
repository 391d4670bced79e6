using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for the states and the ways between them: one start, an end, and nothing that leads nowhere.</summary>
internal static class StatePublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document) =>
    [
        .. StartAndEnd(document),
        .. document.States.Repeated(state => state.Id).Select(PublishingProblems.DuplicateState),
        .. document.States.SelectMany(state => OfState(document, state)),
        .. OfReach(document),
    ];

    private static IEnumerable<PublishingProblem> StartAndEnd(WorkflowDocument document)
    {
        State[] starts = [.. document.States.Where(state => state.Kind is StateKind.Start)];

        if (starts is [])
        {
            yield return PublishingProblems.NoStart();
        }

        foreach (var state in starts.Skip(1))
        {
            yield return PublishingProblems.SeveralStarts(state);
        }

        if (document.States.All(state => state.Kind is not StateKind.End))
        {
            yield return PublishingProblems.NoEnd();
        }
    }

    private static IEnumerable<PublishingProblem> OfState(WorkflowDocument document, State state)
    {
        if (state.Name.IsEmpty)
        {
            yield return PublishingProblems.StateNameMissing(state);
        }

        foreach (var problem in PublishingRules.TooLong(state.Name))
        {
            yield return problem.At(state);
        }

        if (!Enum.IsDefined(state.Kind))
        {
            yield return PublishingProblems.UnknownSetting("kind of state", state.Kind.ToString()).At(state);
        }

        foreach (var problem in OfExits(document, state).Concat(state.Access.SelectMany(pair => OfAccess(document, state, pair.Key, pair.Value))))
        {
            yield return problem;
        }

        if (state.Kind is StateKind.Start && !state.Access.Any(pair => IsWritable(pair.Value) && PublishingRules.Field(document, pair.Key) is not null))
        {
            yield return PublishingProblems.StartAsksNothing(state);
        }
    }

    private static PublishingProblem[] OfExits(WorkflowDocument document, State state)
    {
        Transition[] exits = [.. document.Transitions.Where(transition => transition.From == state.Id)];

        return state switch
        {
            { IsAutomatic: true, Kind: StateKind.Start or StateKind.End } => [PublishingProblems.AutomaticStartOrEnd(state)],
            { IsAutomatic: true } when exits.Count(way => !IsTimers(state, way)) != 1 => [PublishingProblems.AutomaticExits(state, exits.Length)],
            { IsAutomatic: true } when exits[0].RequiresFields && state.Access.Values.Contains(FieldAccess.Required) =>
                [PublishingProblems.AutomaticRequiresFields(state, exits[0])],
            { IsPassage: true } => [],
            { Kind: StateKind.Start } when exits.All(way => way.IsAutomatic) => [PublishingProblems.StartWithoutExit(state)],
            { Kind: StateKind.Normal } when exits is [] => [PublishingProblems.StateWithoutExit(state)],
            _ => [],
        };
    }

    /// <summary>A transition that only a timer of the state takes does not compete with the one that the automation takes.</summary>
    private static bool IsTimers(State state, Transition way) =>
        way.IsAutomatic && state.Timers.Any(timer => timer.Action is TimerAction.Take take && take.Transition == way.Id);

    private static PublishingProblem[] OfAccess(WorkflowDocument document, State state, string key, FieldAccess access)
    {
        var isBuiltIn = key != BuiltInField.Title && BuiltInField.Positions.ContainsKey(key);

        return access switch
        {
            _ when !Enum.IsDefined(access) => [PublishingProblems.UnknownSetting("access to a field", access.ToString()).At(state).Of(key)],
            _ when isBuiltIn && IsWritable(access) => [PublishingProblems.BuiltInNotWritable(state, key)],
            _ when !isBuiltIn && PublishingRules.Field(document, key) is null => [PublishingProblems.AccessUnknownField(state, key)],
            _ => [],
        };
    }

    private static IEnumerable<PublishingProblem> OfReach(WorkflowDocument document)
    {
        (StateId From, StateId To)[] ways =
            [.. document.Transitions.SelectMany(transition => transition.Targets().Select(target => (transition.From, To: target)))];
        var reached = Reached(document, StateKind.Start, ways.ToLookup(way => way.From, way => way.To));
        var ending = Reached(document, StateKind.End, Sure(document).SelectMany(way => way.Targets().Select(to => (way.From, To: to))).ToLookup(way => way.To, way => way.From));
        var hoping = Reached(document, StateKind.End, ways.ToLookup(way => way.To, way => way.From));

        // Without a start everything would be unreachable, without an end endless; that there is none is said already.
        return reached.Count == 0 || ending.Count == 0
            ? []
            : document.States.Where(state => !reached.Contains(state.Id)).Select(PublishingProblems.StateUnreachable).Concat(document.States
                .Where(state => reached.Contains(state.Id) && !ending.Contains(state.Id) && ways.Any(way => way.From == state.Id))
                .Select(state => hoping.Contains(state.Id) ? PublishingProblems.NoSureWayToEnd(state) : PublishingProblems.NoWayToEnd(state)));
    }

    /// <summary>The ways that people can count on: a state that may be passed may never ask them, and then goes on by agreeing.</summary>
    private static IEnumerable<Transition> Sure(WorkflowDocument document)
    {
        var passable = document.States.Where(state => state is { Repeats: not Repeats.AskAgain } or { WhenEmpty: EmptyParticipants.Skip }).Select(state => state.Id).ToHashSet();

        return document.Transitions.Where(way => way.Kind is TransitionKind.Agree || !passable.Contains(way.From));
    }

    private static IReadOnlySet<StateId> Reached(WorkflowDocument document, StateKind kind, ILookup<StateId, StateId> ways) =>
        ParallelBlocks.Reached(document.States.Where(state => state.Kind == kind).Select(state => state.Id), ways);

    private static bool IsWritable(FieldAccess access) => access is FieldAccess.Required or FieldAccess.Optional;
}
