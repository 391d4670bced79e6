using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Something that a list may be filtered by.</summary>
public sealed record InboxChoice<TId>(TId Id, Caption Name);
