namespace LoonFlow.Web.Notifiers;

/// <summary>Who a notice is for; the language is a culture's name.</summary>
public sealed record NoticeRecipient(string UserName, string Name, string Email, string Phone, string Language);
