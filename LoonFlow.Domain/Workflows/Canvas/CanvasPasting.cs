using LoonFlow.Domain.Common;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>Puts a clip on the canvas under new ids.</summary>
internal static class CanvasPasting
{
    /// <summary>A start beside a start stays out. What the clip names beyond itself, such as fields, is looked at by the publishing rules.</summary>
    public static WorkflowDocument Paste(WorkflowDocument document, CanvasClip clip, IReadOnlyList<long> ids, Position at)
    {
        if (clip.Count == 0 || clip.IsTooLarge || ids.Count < clip.Count || ids.Distinct().Count() < ids.Count || !Fits(document, clip) || IsThere(document, ids))
        {
            return document;
        }

        var states = Renewed(clip.States, state => state.Id, ids, 0, id => new StateId(id));
        var transitions = Renewed(clip.Transitions, transition => transition.Id, ids, clip.States.Count, id => new TransitionId(id));
        var notes = ids.Skip(clip.States.Count + clip.Transitions.Count);
        var hasStart = document.States.Any(state => state.Kind is StateKind.Start);
        var taken = clip.States.DistinctBy(state => state.Id).Where(state => !(hasStart && state.Kind is StateKind.Start)).ToArray();
        var known = taken.Select(state => state.Id).ToHashSet();
        var ways = clip.Transitions.DistinctBy(way => way.Id).Where(way => known.Contains(way.From) && known.Contains(way.To)).ToArray();
        var kept = ways.Select(way => way.Id).ToHashSet();
        var shift = Shift(clip, CanvasBounds.Within(at));
        var order = CanvasStates.NextOrder(document);

        return document with
        {
            States =
            [
                .. document.States,
                .. taken.Select((state, index) => state with
                {
                    Id = states[state.Id],
                    Name = Cut(state.Name),
                    Order = order + index,
                    Join = state.Join is { } join && known.Contains(join) ? states[join] : null,
                    Timers = [.. state.Timers.Select(timer => Renewed(timer, transitions, kept)).OfType<TimerSetting>()],
                    Position = shift(state.Position ?? new Position(0, index * 120)),
                }),
            ],
            Transitions =
            [
                .. document.Transitions,
                .. ways.Select(way => way with
                {
                    Id = transitions[way.Id],
                    Name = Cut(way.Name),
                    From = states[way.From],
                    To = states[way.To],
                    Line = Shifted(way.Line, shift),
                    Branches = [.. way.Branches.Where(branch => known.Contains(branch.To)).Select(branch => branch with { To = states[branch.To], Line = Shifted(branch.Line, shift) })],
                }),
            ],
            Notes =
            [
                .. document.Notes,
                .. clip.Notes.Zip(notes, (note, id) => new CanvasNote(new NoteId(id), CanvasBounds.Cut(note.Text, CanvasNote.MaxLength), shift(note.Position))
                {
                    Width = CanvasBounds.NoteSide(note.Width),
                    Height = CanvasBounds.NoteSide(note.Height),
                }),
            ],
        };
    }

    private static bool Fits(WorkflowDocument document, CanvasClip clip) =>
        document.States.Count + clip.States.Count <= CanvasBounds.MostStates
        && document.Transitions.Count + clip.Transitions.Count <= CanvasBounds.MostTransitions
        && document.Notes.Count + clip.Notes.Count <= CanvasBounds.MostNotes;

    private static bool IsThere(WorkflowDocument document, IReadOnlyList<long> ids) =>
        document.States.Any(state => ids.Contains(state.Id.Value))
        || document.Transitions.Any(transition => ids.Contains(transition.Id.Value))
        || document.Notes.Any(note => ids.Contains(note.Id.Value));

    private static Dictionary<TId, TId> Renewed<T, TId>(IReadOnlyList<T> all, Func<T, TId> idOf, IReadOnlyList<long> ids, int first, Func<long, TId> id)
        where TId : struct
    {
        var renewed = new Dictionary<TId, TId>();

        for (var index = 0; index < all.Count; index++)
        {
            renewed.TryAdd(idOf(all[index]), id(ids[first + index]));
        }

        return renewed;
    }

    private static TimerSetting? Renewed(TimerSetting timer, Dictionary<TransitionId, TransitionId> transitions, HashSet<TransitionId> kept) => timer.Action switch
    {
        TimerAction.Take take when kept.Contains(take.Transition) => timer with { Action = new TimerAction.Take(transitions[take.Transition]) },
        TimerAction.Take => null,
        _ => timer,
    };

    /// <summary>From where things were to where they come.</summary>
    private static Func<Position, Position> Shift(CanvasClip clip, Position at)
    {
        Position[] places = [.. clip.States.Select(state => state.Position).OfType<Position>().Concat(clip.Notes.Select(note => note.Position)).Select(CanvasBounds.Within)];
        var corner = places is [] ? new Position(0, 0) : new Position(places.Min(place => place.X), places.Min(place => place.Y));

        return place => CanvasBounds.Within(new Position(CanvasBounds.Within(place).X - corner.X + at.X, CanvasBounds.Within(place).Y - corner.Y + at.Y));
    }

    private static LineDrawing? Shifted(LineDrawing? line, Func<Position, Position> shift) =>
        line is null ? null : CanvasLines.Drawn(line.From, line.To, [.. line.Bends.Select(shift)]);

    private static Caption Cut(Caption caption) => new(
        CanvasBounds.Cut(caption.Text, Caption.MaxLength), caption.English is null ? null : CanvasBounds.Cut(caption.English, Caption.MaxLength));
}
