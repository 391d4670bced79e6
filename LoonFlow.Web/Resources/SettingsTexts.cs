namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in SettingsTexts.resx.</summary>
public sealed class SettingsTexts;
