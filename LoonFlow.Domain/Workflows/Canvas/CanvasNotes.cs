namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>What happens to notes on the canvas.</summary>
internal static class CanvasNotes
{
    public static WorkflowDocument Add(WorkflowDocument document, CanvasEdit.AddNote add) =>
        document.Notes.Count >= CanvasBounds.MostNotes || document.Notes.Any(note => note.Id == add.Id)
            ? document
            : document with { Notes = [.. document.Notes, new CanvasNote(add.Id, CanvasBounds.Cut(add.Text, CanvasNote.MaxLength), CanvasBounds.Within(add.At))] };

    public static WorkflowDocument Change(WorkflowDocument document, NoteId id, Func<CanvasNote, CanvasNote> change)
    {
        var notes = CanvasEdits.Changed(document.Notes, note => note.Id == id, change);

        return ReferenceEquals(notes, document.Notes) ? document : document with { Notes = notes };
    }

    public static WorkflowDocument Resize(WorkflowDocument document, CanvasEdit.ResizeNote resize) => Change(
        document, resize.Id, note => note with { Width = CanvasBounds.NoteSide(resize.Width), Height = CanvasBounds.NoteSide(resize.Height) });

    public static WorkflowDocument Place(WorkflowDocument document, IReadOnlyList<NotePlace> places) => places.Aggregate(
        document, (edited, place) => Change(edited, place.Id, note => note with { Position = CanvasBounds.Within(place.At) }));

    public static WorkflowDocument Remove(WorkflowDocument document, IReadOnlyList<NoteId> gone) =>
        document.Notes.Any(note => gone.Contains(note.Id))
            ? document with { Notes = [.. document.Notes.Where(note => !gone.Contains(note.Id))] }
            : document;
}
