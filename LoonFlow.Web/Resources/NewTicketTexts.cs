namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in NewTicketTexts.resx.</summary>
public sealed class NewTicketTexts;
