namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in RadzenTexts.resx.</summary>
public sealed class RadzenTexts;
