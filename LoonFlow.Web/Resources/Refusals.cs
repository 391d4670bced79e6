namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in Refusals.resx.</summary>
public sealed class Refusals;
