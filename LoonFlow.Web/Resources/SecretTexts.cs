namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in SecretTexts.resx.</summary>
public sealed class SecretTexts;
