namespace LoonFlow.Web.Notifiers;

/// <summary>A line of the small table in a notice.</summary>
public sealed record NoticeField(string Label, string Value);
