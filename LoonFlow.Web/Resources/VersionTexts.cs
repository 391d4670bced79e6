namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in VersionTexts.resx.</summary>
public sealed class VersionTexts;
