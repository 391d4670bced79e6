namespace LoonFlow.Domain.Workflows;

/// <summary>A side of a state on the canvas.</summary>
public enum Side
{
    Top,
    Right,
    Bottom,
    Left,
}

/// <summary>How a designer drew a transition: where it leaves and arrives, and the bends between. What is not given is arranged.</summary>
public sealed record LineDrawing(Side? From, Side? To, IReadOnlyList<Position> Bends)
{
    public bool Equals(LineDrawing? other) => other is not null && From == other.From && To == other.To && Bends.SequenceEqual(other.Bends);

    public override int GetHashCode() => HashCode.Combine(From, To, Bends.Count);
}
