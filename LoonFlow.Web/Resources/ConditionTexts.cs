namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in ConditionTexts.resx.</summary>
public sealed class ConditionTexts;
