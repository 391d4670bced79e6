namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in CanvasTexts.resx.</summary>
public sealed class CanvasTexts;
