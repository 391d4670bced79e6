namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in TicketTexts.resx.</summary>
public sealed class TicketTexts;
