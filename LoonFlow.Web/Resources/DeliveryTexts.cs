namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in DeliveryTexts.resx.</summary>
public sealed class DeliveryTexts;
