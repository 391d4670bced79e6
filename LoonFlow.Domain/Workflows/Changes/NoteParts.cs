namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>What a note on the canvas is made of.</summary>
internal static class NoteParts
{
    public static readonly IReadOnlyList<ElementProperty<CanvasNote>> All =
    [
        ElementProperty.One<CanvasNote, string>(nameof(CanvasNote.Text), of => of.Text, (of, value) => of with { Text = value }),
        ElementProperty.Place<CanvasNote, Position>(nameof(CanvasNote.Position), of => of.Position, (of, value) => of with { Position = value }),
        ElementProperty.Place<CanvasNote, double>(nameof(CanvasNote.Width), of => of.Width, (of, value) => of with { Width = value }),
        ElementProperty.Place<CanvasNote, double>(nameof(CanvasNote.Height), of => of.Height, (of, value) => of with { Height = value }),
    ];
}
