namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in PanelTexts.resx.</summary>
public sealed class PanelTexts;
