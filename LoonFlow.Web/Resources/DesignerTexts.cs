namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in DesignerTexts.resx.</summary>
public sealed class DesignerTexts;
