namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in InboxTexts.resx.</summary>
public sealed class InboxTexts;
