namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>
/// What an edit of the canvas makes of a document. Total: an edit that names something gone, or adds what is there already,
/// changes nothing and gives the same document back.
/// </summary>
public static class CanvasEdits
{
    /// <param name="document">Before.</param>
    /// <param name="edit">What was done.</param>
    /// <param name="words">What new elements are called.</param>
    public static WorkflowDocument Apply(WorkflowDocument document, CanvasEdit edit, CanvasWords words) => edit switch
    {
        CanvasEdit.AddState add => CanvasStates.Add(document, add, words),
        CanvasEdit.AddBlock add => CanvasStates.Add(document, add, words),
        CanvasEdit.Move move => CanvasNotes.Place(CanvasStates.Place(document, move.States), move.Notes),
        CanvasEdit.Arrange arrange => CanvasLines.Unbent(CanvasStates.Place(document, arrange.States)),
        CanvasEdit.RenameState rename => CanvasStates.Rename(document, rename),
        CanvasEdit.ShiftState shift => CanvasStates.Shift(document, shift),
        CanvasEdit.Connect connect => CanvasLines.Connect(document, connect, words),
        CanvasEdit.Reconnect reconnect => CanvasLines.Reconnect(document, reconnect),
        CanvasEdit.Insert insert => CanvasLines.Insert(document, insert, words),
        CanvasEdit.Bend bend => CanvasLines.Bend(document, bend),
        CanvasEdit.RenameTransition rename => CanvasLines.Rename(document, rename),
        CanvasEdit.SetKind set => CanvasLines.SetKind(document, set),
        CanvasEdit.ShiftLine shift => CanvasLines.Shift(document, shift),
        CanvasEdit.AddNote add => CanvasNotes.Add(document, add),
        CanvasEdit.WriteNote write => CanvasNotes.Change(document, write.Id, note => note with { Text = CanvasBounds.Cut(write.Text, CanvasNote.MaxLength) }),
        CanvasEdit.ResizeNote resize => CanvasNotes.Resize(document, resize),
        CanvasEdit.Remove remove => CanvasNotes.Remove(CanvasStates.Remove(CanvasLines.Remove(document, remove.Lines), remove.States), remove.Notes),
        CanvasEdit.Paste paste => CanvasPasting.Paste(document, paste.Clip, paste.Ids, paste.At),
        CanvasEdit.Duplicate copy => CanvasPasting.Paste(document, CanvasClip.Of(document, copy.States, copy.Notes), copy.Ids, copy.At),
        CanvasEdit.Together together => together.Edits.Aggregate(document, (edited, part) => Apply(edited, part, words)),
        _ => document,
    };

    /// <summary>The list with one element changed; the same list where nothing changes.</summary>
    internal static IReadOnlyList<T> Changed<T>(IReadOnlyList<T> all, Func<T, bool> isIt, Func<T, T> change)
        where T : class
    {
        var changed = all.Select(one => isIt(one) ? change(one) : one).ToArray();

        return changed.SequenceEqual(all) ? all : changed;
    }
}
