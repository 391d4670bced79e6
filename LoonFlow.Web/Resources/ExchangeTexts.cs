namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in ExchangeTexts.resx.</summary>
public sealed class ExchangeTexts;
