using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Events;

/// <summary>From where, how much and of what the change feed is asked for.</summary>
/// <param name="After">The cursor; null begins with the oldest event that is kept.</param>
/// <param name="Limit">Most events.</param>
/// <param name="Workflows">Only of these; null for all.</param>
public sealed record EventsAsked(long? After, int Limit, IReadOnlyList<WorkflowId>? Workflows)
{
    /// <summary>Begins with what happens from now on.</summary>
    public bool IsLatest { get; init; }
}

/// <summary>A part of the change feed.</summary>
/// <param name="Events">What the reader may see of it, in order.</param>
/// <param name="After">The cursor to go on with.</param>
/// <param name="HasMore">Whether there is more already.</param>
public sealed record EventPage(IReadOnlyList<FeedEvent> Events, long After, bool HasMore);

/// <summary>One event of the feed.</summary>
public sealed record FeedEvent(long Number, Guid Id, NewsTicket Ticket, TicketNews News);

/// <summary>What stays the same of a ticket about which something is told.</summary>
public sealed record NewsTicket(TicketId Id, string Serial, UserId Creator, DateTimeOffset CreatedAt, VersionId Version);
