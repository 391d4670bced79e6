namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in OverviewTexts.resx.</summary>
public sealed class OverviewTexts;
