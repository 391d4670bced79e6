namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in ScriptTexts.resx.</summary>
public sealed class ScriptTexts;
