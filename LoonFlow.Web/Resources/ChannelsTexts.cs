namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in ChannelsTexts.resx.</summary>
public sealed class ChannelsTexts;
