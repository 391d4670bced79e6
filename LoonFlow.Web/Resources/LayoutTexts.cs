namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in LayoutTexts.resx.</summary>
public sealed class LayoutTexts;
