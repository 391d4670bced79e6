using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One ticket as one reader sees it, at one revision: everything that its page shows and offers.</summary>
public sealed record TicketView
{
    public required TicketId Id { get; init; }

    public required int Revision { get; init; }

    public required string Serial { get; init; }

    public required string Title { get; init; }

    public required TicketStatus Status { get; init; }

    public required PersonName Creator { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The version it was filed with: fields, states and captions.</summary>
    public required WorkflowVersion Workflow { get; init; }

    /// <summary>Where it ended, or where it came to last.</summary>
    public required StateId State { get; init; }

    /// <summary>Its open stays; none once it is over.</summary>
    public required IReadOnlyList<TicketStay> Stays { get; init; }

    /// <summary>The forks whose branches have not all met.</summary>
    public IReadOnlyList<StayFork> Forks { get; init; } = [];

    /// <summary>The ticket that asked for this one; null when none did or the reader may not view it.</summary>
    public RelatedTicket? Parent { get; init; }

    /// <summary>The tickets that this one asked for, as far as the reader may view them.</summary>
    public IReadOnlyList<RelatedTicket> Children { get; init; } = [];

    /// <summary>When it was deleted; only those who may restore it see that.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The lines of the form that the reader sees, and which of them they may fill in.</summary>
    public required IReadOnlyList<FormEntry> Entries { get; init; }

    public required FieldValues Values { get; init; }

    /// <summary>What the reader may do, and nothing else.</summary>
    public required IReadOnlyList<TicketAction> Actions { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>Whether there was more before the first line of the history.</summary>
    public bool IsHistoryCut { get; init; }

    public required Company Company { get; init; }

    /// <summary>Where the ticket is now, in words.</summary>
    public IReadOnlyList<Caption> StateNames =>
        Stays is [] ? [Workflow.State(State).Name] : [.. Stays.Select(stay => stay.StateName).Distinct()];

    /// <summary>The same as one line for the reader of this screen.</summary>
    public string StateText => string.Join(" · ", StateNames.Select(name => name.ForReader()));

    /// <summary>The latest thing that happened since the reader saw the ticket; null when nothing did.</summary>
    public HistoryLine? NewsSince(TicketView seen) =>
        History is [.., var last] && (seen.History is not [.., var known] || known.Id < last.Id) ? last : null;
}
