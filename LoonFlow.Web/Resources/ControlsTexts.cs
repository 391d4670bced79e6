namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in ControlsTexts.resx.</summary>
public sealed class ControlsTexts;
