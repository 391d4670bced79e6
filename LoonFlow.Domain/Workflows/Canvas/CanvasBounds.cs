using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Canvas;

/// <summary>How far the canvas reaches and how much it holds. What comes from a browser is brought within.</summary>
public static class CanvasBounds
{
    public const int MostStates = 1_000;

    public const int MostTransitions = 4_000;

    public const int MostNotes = 500;

    public const int MostBends = 40;

    /// <summary>In pixels at 100 %, to every side.</summary>
    public const double Reach = 50_000;

    private const double SmallestNote = 60;
    private const double LargestNote = 1_200;

    internal static Position Within(Position at) => new(Within(at.X), Within(at.Y));

    internal static double NoteSide(double length) => double.IsNaN(length) ? SmallestNote : Math.Round(Math.Clamp(length, SmallestNote, LargestNote));

    internal static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // Not through the middle of a character that takes two.
        return char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
    }

    /// <summary>The caption with another text for readers of this language; the other language's stays.</summary>
    internal static Caption Renamed(Caption caption, string name, string language)
    {
        var text = Cut(name.Trim(), Caption.MaxLength);

        return text.Length == 0 || text == caption.In(language) ? caption : caption.With(text, language);
    }

    private static double Within(double length) => double.IsNaN(length) ? 0 : Math.Round(Math.Clamp(length, -Reach, Reach));
}
