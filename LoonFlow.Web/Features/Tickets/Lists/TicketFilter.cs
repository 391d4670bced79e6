using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets.Lists;

/// <summary>Which tickets of all that somebody may view (spec B.26).</summary>
public enum TicketCategory
{
    /// <summary>Every one.</summary>
    All,

    /// <summary>Those that they filed.</summary>
    Owner,

    /// <summary>Those that wait for them.</summary>
    Duty,

    /// <summary>Those that they filed, had to handle or handled.</summary>
    Relation,

    /// <summary>Those that they moved on, or voted about.</summary>
    Worked,

    /// <summary>Those of workflows that they were let view.</summary>
    View,

    /// <summary>Those of workflows on which they may step in.</summary>
    Intervene,
}

/// <summary>What a caller asks of a list of tickets; everything that is given must hold.</summary>
public sealed record TicketFilter
{
    public required TicketCategory Category { get; init; }

    /// <summary>How the serial begins.</summary>
    public string? Serial { get; init; }

    /// <summary>What the title contains.</summary>
    public string? Title { get; init; }

    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>The last moment that still counts.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    public IReadOnlyList<WorkflowId>? Workflows { get; init; }

    public IReadOnlyList<StateId>? States { get; init; }

    public IReadOnlyList<TicketId>? Tickets { get; init; }

    public bool? IsOver { get; init; }

    /// <summary>Whether the latest transition was a refusal.</summary>
    public bool? IsRejected { get; init; }

    public TicketStatus? Status { get; init; }

    public TicketId? Parent { get; init; }

    public StateId? ParentState { get; init; }

    /// <summary>Only of workflows that the reader administers.</summary>
    public bool IsAdministered { get; init; }

    public bool OldestFirst { get; init; }
}
