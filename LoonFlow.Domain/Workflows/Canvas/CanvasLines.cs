namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>What happens to transitions, their branches and the lines that show them.</summary>
internal static class CanvasLines
{
    public static WorkflowDocument Connect(WorkflowDocument document, CanvasEdit.Connect connect, CanvasWords words)
    {
        if (document.Transitions.Count >= CanvasBounds.MostTransitions
            || document.Transitions.Any(transition => transition.Id == connect.Id)
            || Ends(document, connect.From, connect.To) is not (var from, var to))
        {
            return document;
        }

        var meaning = ConnectionRules.MeaningOf(document, from, to);
        var transition = ConnectionRules.Begin(connect.Id, from, to, meaning, words.Transition(meaning)) with { Line = Drawn(connect.FromSide, connect.ToSide, []) };

        return document with { Transitions = [.. document.Transitions, transition] };
    }

    public static WorkflowDocument Reconnect(WorkflowDocument document, CanvasEdit.Reconnect reconnect)
    {
        var line = Drawn(reconnect.FromSide, reconnect.ToSide, []);

        return Ends(document, reconnect.From, reconnect.To) is null ? document : Changed(document, reconnect.Line.Transition, transition => reconnect.Line.Branch switch
        {
            null => transition with { From = reconnect.From, To = reconnect.To, Line = line },
            { } index when index >= 0 && index < transition.Branches.Count => transition with
            {
                From = reconnect.From,
                Branches = [.. transition.Branches.Select((branch, place) => place == index ? branch with { To = reconnect.To, Line = line } : branch)],
            },
            _ => transition,
        });
    }

    /// <summary>Both halves of it, or nothing.</summary>
    public static WorkflowDocument Insert(WorkflowDocument document, CanvasEdit.Insert insert, CanvasWords words)
    {
        if (document.Transitions.FirstOrDefault(one => one.Id == insert.Line.Transition) is not { } transition
            || LineOf(transition, insert.Line.Branch) is not (var target, var line)
            || insert.Into == target || insert.Out == target || insert.Into == transition.From)
        {
            return document;
        }

        var led = Reconnect(document, new CanvasEdit.Reconnect(insert.Line, transition.From, line?.From, insert.Into, null));
        var on = Connect(led, new CanvasEdit.Connect(insert.Next, insert.Out, null, target, null), words);

        return ReferenceEquals(led, document) || ReferenceEquals(on, led) ? document : on;
    }

    public static WorkflowDocument Bend(WorkflowDocument document, CanvasEdit.Bend bend) => Changed(
        document, bend.Line.Transition, transition => Redrawn(transition, bend.Line.Branch, line => Drawn(line?.From, line?.To, bend.Bends)));

    public static WorkflowDocument Rename(WorkflowDocument document, CanvasEdit.RenameTransition rename) => Changed(
        document, rename.Id, transition => transition with { Name = CanvasBounds.Renamed(transition.Name, rename.Name, rename.Language) });

    public static WorkflowDocument SetKind(WorkflowDocument document, CanvasEdit.SetKind set) =>
        Enum.IsDefined(set.To) ? Changed(document, set.Id, transition => transition with { Kind = set.To }) : document;

    /// <summary>Every line finds its way anew.</summary>
    public static WorkflowDocument Unbent(WorkflowDocument document)
    {
        var straight = CanvasEdits.Changed(document.Transitions, transition => transition.Line is not null || transition.Branches.Any(branch => branch.Line is not null), transition => transition with
        {
            Line = null,
            Branches = [.. transition.Branches.Select(branch => branch with { Line = null })],
        });

        return ReferenceEquals(straight, document.Transitions) ? document : document with { Transitions = straight };
    }

    public static WorkflowDocument Shift(WorkflowDocument document, CanvasEdit.ShiftLine shift)
    {
        if (shift.Line.Branch is { } branch)
        {
            return Changed(document, shift.Line.Transition, transition => transition with { Branches = Swapped(transition.Branches, branch, branch + Math.Sign(shift.By)) });
        }

        var transitions = document.Transitions.ToArray();
        var index = Array.FindIndex(transitions, transition => transition.Id == shift.Line.Transition);
        var step = Math.Sign(shift.By);
        var beside = index + step;

        while (index >= 0 && step != 0 && beside >= 0 && beside < transitions.Length && transitions[beside].From != transitions[index].From)
        {
            beside += step;
        }

        var swapped = Swapped(document.Transitions, index, beside);

        return ReferenceEquals(swapped, document.Transitions) ? document : document with { Transitions = swapped };
    }

    /// <summary>Timers that took a transition go with it.</summary>
    public static WorkflowDocument Remove(WorkflowDocument document, IReadOnlyList<LineRef> lines)
    {
        var whole = lines.Where(line => line.Branch is null).Select(line => line.Transition).ToHashSet();
        var left = document.Transitions.Where(transition => !whole.Contains(transition.Id)).ToArray();
        var edited = left.Length == document.Transitions.Count ? document : TransitionTimers.Without(document with { Transitions = left }, whole);

        foreach (var branches in lines.Where(line => line.Branch is not null && !whole.Contains(line.Transition)).GroupBy(line => line.Transition))
        {
            var gone = branches.Select(line => line.Branch!.Value).ToHashSet();
            edited = Changed(edited, branches.Key, transition => branches.All(line => line.Of is null || line.Of == transition.Branches.Count) && transition.Branches.Where((_, index) => gone.Contains(index)).Any()
                ? transition with { Branches = [.. transition.Branches.Where((_, index) => !gone.Contains(index))] }
                : transition);
        }

        return edited;
    }

    internal static WorkflowDocument Changed(WorkflowDocument document, TransitionId id, Func<Transition, Transition> change)
    {
        var transitions = CanvasEdits.Changed(document.Transitions, transition => transition.Id == id, change);

        return ReferenceEquals(transitions, document.Transitions) ? document : document with { Transitions = transitions };
    }

    internal static LineDrawing? Drawn(Side? from, Side? to, IReadOnlyList<Position> bends) => from is null && to is null && bends is []
        ? null
        : new LineDrawing(Known(from), Known(to), [.. bends.Take(CanvasBounds.MostBends).Select(CanvasBounds.Within)]);

    private static Transition Redrawn(Transition transition, int? branch, Func<LineDrawing?, LineDrawing?> draw) => branch is null
        ? transition with { Line = draw(transition.Line) }
        : transition with { Branches = [.. transition.Branches.Select((one, index) => index == branch ? one with { Line = draw(one.Line) } : one)] };

    private static (StateId To, LineDrawing? Line)? LineOf(Transition transition, int? branch) => branch switch
    {
        null => (transition.To, transition.Line),
        { } index when index >= 0 && index < transition.Branches.Count => (transition.Branches[index].To, transition.Branches[index].Line),
        _ => null,
    };

    private static (State From, State To)? Ends(WorkflowDocument document, StateId fromId, StateId toId) =>
        document.States.FirstOrDefault(state => state.Id == fromId) is { } from
        && document.States.FirstOrDefault(state => state.Id == toId) is { } to
        && ConnectionRules.Allows(from, to)
            ? (from, to)
            : null;

    private static Side? Known(Side? side) => side is { } given && Enum.IsDefined(given) ? given : null;

    private static IReadOnlyList<T> Swapped<T>(IReadOnlyList<T> all, int one, int other)
    {
        if (one == other || one < 0 || other < 0 || one >= all.Count || other >= all.Count)
        {
            return all;
        }

        var swapped = all.ToArray();
        (swapped[one], swapped[other]) = (swapped[other], swapped[one]);

        return swapped;
    }
}
