using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Data.Rows;

/// <summary>A notice in somebody's bell. Its id comes from the message that caused it and the recipient, so that it cannot come twice.</summary>
public sealed class NoticeRow
{
    public const int MaxTitleLength = 300;
    public const int MaxTextLength = 2_000;

    public required Guid Id { get; init; }

    public required UserId Recipient { get; init; }

    public required TicketId Ticket { get; init; }

    public required NoticeEvent Event { get; init; }

    public required Caption Title { get; init; }

    public required Caption Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Since when it waits for the recipient's digest; null when it goes into none, or went into one.</summary>
    public DateTimeOffset? DigestFrom { get; set; }
}
