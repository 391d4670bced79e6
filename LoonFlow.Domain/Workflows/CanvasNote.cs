namespace LoonFlow.Domain.Workflows;

/// <summary>Names one note on the canvas of one workflow.</summary>
public readonly record struct NoteId(long Value);

/// <summary>What a designer wrote beside the flow for those who read it later. Tickets know nothing of it.</summary>
public sealed record CanvasNote(NoteId Id, string Text, Position Position)
{
    public const int MaxLength = 2_000;

    /// <summary>In pixels at 100 %.</summary>
    public double Width { get; init; } = 200;

    /// <summary>In pixels at 100 %.</summary>
    public double Height { get; init; } = 100;
}
