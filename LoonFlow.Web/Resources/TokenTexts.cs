namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in TokenTexts.resx.</summary>
public sealed class TokenTexts;
