namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in CalendarTexts.resx.</summary>
public sealed class CalendarTexts;
