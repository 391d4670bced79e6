namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in ApiTexts.resx.</summary>
public sealed class ApiTexts;
