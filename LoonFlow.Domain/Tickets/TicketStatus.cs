namespace LoonFlow.Domain.Tickets;

/// <summary>Names one ticket for ever.</summary>
public readonly record struct TicketId(long Value);

/// <summary>Where a ticket stands in its life. The numbers are loonflow's act_state (spec A.5, B.2).</summary>
public enum TicketStatus
{
    /// <summary>In the start state, with its creator.</summary>
    Draft = 0,

    Ongoing = 1,

    /// <summary>The latest transition was a refusal. In an end state it means rejected for good.</summary>
    Returned = 2,

    /// <summary>Pulled back by its creator.</summary>
    Withdrawn = 3,

    Finished = 4,

    /// <summary>Ended outside the flow.</summary>
    Closed = 5,
}
