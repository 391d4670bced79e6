namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in AccountTexts.resx.</summary>
public sealed class AccountTexts;
