namespace LoonFlow.Web.Features.Tickets.Forms.Editors;

/// <summary>A file on its way to the server, or one that did not arrive.</summary>
public sealed record Upload(int Number, string Name, long Size, int Percent = 0, string? Problem = null);
