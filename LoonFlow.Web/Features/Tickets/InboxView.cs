using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One page of a list of tickets, and what its filters may be set to.</summary>
/// <param name="Rows">The tickets of the page.</param>
/// <param name="Page">Which page this is: the last one when a later one was asked for.</param>
/// <param name="Total">How many tickets match, counted up to <see cref="InboxQueries.MaxTotal"/>.</param>
/// <param name="IsCut">Whether still more match than were counted.</param>
/// <param name="Workflows">What may be filtered by.</param>
/// <param name="States">The states of the workflow filtered by; empty without one.</param>
public sealed record InboxView(
    IReadOnlyList<InboxRow> Rows,
    int Page,
    int Total,
    bool IsCut,
    IReadOnlyList<InboxChoice<WorkflowId>> Workflows,
    IReadOnlyList<InboxChoice<StateId>> States);

public sealed record InboxChoice<TId>(TId Id, Caption Name);

/// <summary>One ticket in a list.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Serial">What people quote.</param>
/// <param name="Title">Its title.</param>
/// <param name="Workflow">The name its workflow has now.</param>
/// <param name="Icon">The workflow's symbol.</param>
/// <param name="States">Where it is: one state, or several with parallel branches.</param>
/// <param name="WaitsFor">Who must act now.</param>
/// <param name="WaitsForMe">Whether the reader is among them.</param>
/// <param name="WaitsSince">When it came to where it waits; null when it is over.</param>
/// <param name="Creator">Who filed it.</param>
/// <param name="Status">How it stands.</param>
/// <param name="CreatedAt">When it was filed.</param>
public sealed record InboxRow(
    TicketId Id,
    string Serial,
    string Title,
    Caption Workflow,
    string Icon,
    IReadOnlyList<Caption> States,
    IReadOnlyList<ParticipantName> WaitsFor,
    bool WaitsForMe,
    DateTimeOffset? WaitsSince,
    PersonName Creator,
    TicketStatus Status,
    DateTimeOffset CreatedAt);
