using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Data.Rows;

/// <summary>
/// Something that happened to a ticket, for the change feed. Written in the decision's own commit, without a number;
/// numbered afterwards, one reader at a time, because commits do not become visible in the order in which they began.
/// </summary>
public sealed class TicketEventRow
{
    /// <summary>Version 7: grows with time, as the clocks of the instances see it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its place in the feed; null until somebody asked.</summary>
    public long? Number { get; set; }

    public required TicketId Ticket { get; init; }

    public required WorkflowId Workflow { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The ticket's revision after it: what happened to one ticket is told in this order.</summary>
    public required int Revision { get; init; }

    /// <summary>Which of the same decision, counted from 0.</summary>
    public required int Part { get; init; }

    public required TicketNews News { get; init; }

    public static IReadOnlyList<TicketEventRow> Of(Ticket ticket, TicketDecision decision) =>
    [
        .. TicketNews.Of(ticket, decision).Select((news, part) => new TicketEventRow
        {
            Id = Guid.CreateVersion7(decision.At),
            Ticket = ticket.Id,
            Workflow = ticket.Workflow,
            At = decision.At,
            Revision = ticket.Revision,
            Part = part,
            News = news,
        }),
    ];
}

/// <summary>How far the change feed is: one row.</summary>
public sealed class TicketEventCounter
{
    public const int TheOne = 1;

    public required int Id { get; init; }

    /// <summary>The number that was given last.</summary>
    public long Last { get; set; }

    /// <summary>Events up to this number are not kept any more.</summary>
    public long Forgotten { get; set; }
}
