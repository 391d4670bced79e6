namespace LoonFlow.Web.Controls;

/// <summary>A short message that goes away by itself, perhaps with one thing to press ("Undo"). Two that say the same are two.</summary>
public sealed class Toast(Tone tone, string text, TimeSpan shown, string? actionText = null, Func<Task>? action = null)
{
    public Tone Tone => tone;

    public string Text => text;

    public TimeSpan Shown => shown;

    public string? ActionText => actionText;

    public Func<Task>? Action => action;
}
