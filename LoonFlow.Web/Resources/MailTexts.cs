namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in MailTexts.resx.</summary>
public sealed class MailTexts;
