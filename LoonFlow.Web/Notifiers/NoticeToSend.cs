namespace LoonFlow.Web.Notifiers;

/// <summary>One notice for one recipient or one channel, in the words in which it is to be read.</summary>
public sealed record NoticeToSend
{
    /// <summary>The same for every attempt, so that a receiver can tell a repetition: the Message-ID, the id header of a webhook.</summary>
    public required Guid Id { get; init; }

    /// <summary>The row of notice_channel, for webhooks and robots.</summary>
    public long? Channel { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text; blank lines part paragraphs.</summary>
    public required string Body { get; init; }

    public IReadOnlyList<NoticeField> Fields { get; init; } = [];

    /// <summary>The absolute address of the ticket.</summary>
    public required string Url { get; init; }

    public required string LinkText { get; init; }

    /// <summary>The stable name of what happened, for webhooks.</summary>
    public string Event { get; init; } = "";

    /// <summary>None: to the group behind the channel.</summary>
    public NoticeRecipient? Recipient { get; init; }

    public string? TicketSerial { get; init; }

    public long? Ticket { get; init; }
}
