namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in FormBuilderTexts.resx.</summary>
public sealed class FormBuilderTexts;
