namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in ApplicationTexts.resx.</summary>
public sealed class ApplicationTexts;
