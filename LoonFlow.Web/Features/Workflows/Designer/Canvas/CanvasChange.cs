namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>What the browser must draw anew.</summary>
/// <param name="Version">Counts the changes told; a gap means that one was lost on the way.</param>
/// <param name="IsWhole">Whether this is everything, so that what is not named is gone.</param>
/// <param name="Cells">States, lines and notes as JSON.</param>
/// <param name="Gone">The ids of cells that are no more.</param>
internal sealed record CanvasChange(int Version, bool IsWhole, IReadOnlyList<string> Cells, IReadOnlyList<string> Gone)
{
    public IReadOnlyList<long> States { get; init; } = [];

    public IReadOnlyList<long> Transitions { get; init; } = [];

    /// <summary>The branch in hand of the one transition.</summary>
    public int? Branch { get; init; }

    public IReadOnlyList<long> Notes { get; init; } = [];

    public IReadOnlyList<string> Passed { get; init; } = [];

    public IReadOnlyList<string> Refused { get; init; } = [];

    public IReadOnlyList<string> Current { get; init; } = [];

    public IReadOnlyList<string> Taken { get; init; } = [];

    public bool IsReadOnly { get; init; }
}

/// <summary>What the browser hears of an edit that it told.</summary>
/// <param name="Change">What it brought about.</param>
/// <param name="Said">What came of it, in words; null where the drawing says it.</param>
internal sealed record CanvasAnswer(CanvasChange Change, string? Said);

/// <summary>What the browser has in hand.</summary>
public sealed record CanvasChoice(IReadOnlyList<long> States, IReadOnlyList<long> Transitions, IReadOnlyList<long> Notes)
{
    /// <summary>The branch in hand of the one transition.</summary>
    public int? Branch { get; init; }
}
