namespace LoonFlow.Web.Resources;

/// <summary>Marks the texts in NoticeTexts.resx.</summary>
public sealed class NoticeTexts;
