using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Notices;

/// <summary>A notice as its recipient reads it.</summary>
public sealed record NoticeLine(Guid Id, TicketId Ticket, NoticeEvent Event, Caption Title, Caption Text, DateTimeOffset At, bool IsRead);

/// <summary>What an open bell shows: the latest notices, and how many of all are unread, counted up to one more than <see cref="NoticeQueries.MaxUnread"/>.</summary>
public sealed record NoticeGlance(int Unread, IReadOnlyList<NoticeLine> Latest);

/// <summary>One page of somebody's notices.</summary>
public sealed record NoticePage(IReadOnlyList<NoticeLine> Lines, int Page, int Total);
