namespace LoonFlow.Web.Controls;

/// <summary>What a colour means, wherever one is used.</summary>
public enum Tone
{
    Neutral,
    Hollow,
    Brand,
    Info,
    Good,
    Warn,
    Bad,
}
