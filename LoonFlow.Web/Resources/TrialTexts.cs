namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in TrialTexts.resx.</summary>
public sealed class TrialTexts;
