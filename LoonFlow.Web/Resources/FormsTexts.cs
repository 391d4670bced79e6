namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in FormsTexts.resx.</summary>
public sealed class FormsTexts;
