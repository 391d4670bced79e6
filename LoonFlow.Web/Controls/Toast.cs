namespace LoonFlow.Web.Controls;

/// <summary>A short message that goes away by itself, perhaps with one thing to press ("Undo").</summary>
public sealed record Toast(Tone Tone, string Text, TimeSpan Shown, string? ActionText = null, Func<Task>? Action = null);
